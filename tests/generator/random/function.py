# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""One random annotated function: a form, a return type, statements."""

from kinds import CONVERTING, KINDS


class Function:
    def __init__(self, rng, name, earlier):
        self.rng, self.name, self.earlier = rng, name, earlier
        self.kind = rng.choice(KINDS)
        self.form = rng.choice(["free", "free", "static", "member", "const_member", "operator", "template", "virtual",
                                "noexcept", "trailing", "auto", "decltype_auto", "variadic", "extern_c", "local_class",
                                "lambda", "lambda", "generic_lambda", "function_try", "friend", "conversion"])
        k = self.kind
        if k.text == "void" and rng.random() < 0.5:
            self.form = rng.choice(["constructor", "constructor_try", "destructor"])
        if self.form == "conversion" and k.text == "void":
            self.form = "lambda"
        if self.form == "extern_c" and k.text not in ("int", "long", "void", "double", "bool"):
            self.form = "free"
        if k.text == "Immovable" and self.form == "auto":
            self.form = "free"
        self.observed = k.observe is not None and rng.random() < 0.6
        if self.form in ("auto", "decltype_auto"):
            # One deduced type for every return: only what gives the very type is returned.
            if k.text not in ("int", "Full", "std::string", "MoveOnly"):
                self.form = "free"
        self.only_named = self.observed and (not k.movable)
        self.number = 0
        self.locals = []       # (name, in scope) returned by name
        self.parameter = k.parameter if k.parameter and rng.random() < 0.5 and self.form not in ("operator", "extern_c", "conversion") else None
        if self.form in ("noexcept", "destructor"):
            self.throws = False
        else:
            self.throws = True

    def fresh(self, prefix="x"):
        self.number += 1
        return f"{prefix}{self.number}"

    def constant(self):
        return self.rng.randint(0, 9)

    def value(self, scope):
        """An expression to be returned."""
        rng, k = self.rng, self.kind
        names = [x for x in scope if x]
        if self.form in ("auto", "decltype_auto"):
            exact = {"int": ["n * 2", "3", "n + 1"], "Full": ["Full(n)", "Full(n + {k})"],
                     "std::string": ["std::to_string(n)"], "MoveOnly": ["MoveOnly(n)"]}[k.text]
            if names and rng.random() < 0.5:
                return rng.choice(names)
            return rng.choice(exact).format(k=self.constant())
        if names and (self.only_named or rng.random() < 0.5):
            return rng.choice(names)
        if self.only_named:
            return None
        calls = [f for f in self.earlier if f.kind is k and f.form in ("free", "static", "noexcept", "trailing", "extern_c") and not f.parameter]
        if calls and rng.random() < 0.2:
            return f"{rng.choice(calls).name}(n - 1)"
        if names and k.text in ("Full", "MoveOnly", "std::string") and rng.random() < 0.15:
            return f"std::move({rng.choice(names)})"
        text = rng.choice(k.values).format(k=self.constant())
        # In a template __func__ is an array of dependent size: refused (SM024).
        return text if self.form not in ("template", "variadic", "generic_lambda") else text.replace("__func__", '"f"')

    def ret(self, scope):
        rng = self.rng
        if self.form in ("constructor", "constructor_try", "destructor"):
            return "return;"
        if self.kind.text == "void":
            return rng.choice(["return;", "return (void)0;", "return Log(\"v\", n);"])
        value = self.value(scope)
        if value is None:
            return None
        if not self.observed and rng.random() < 0.15 and "{" not in value and "," not in value:
            return f"RETURN({value});"
        if rng.random() < 0.1 and not value.startswith("{") and self.form != "decltype_auto" and self.kind.text in ("int", "long", "Full&"):
            return f"return ({value});"
        space = rng.choice([" ", " ", "\n        ", " /* why */ "])
        if value.startswith("{") and rng.random() < 0.5:
            space = ""
        return f"return{space}{value};"

    def declare(self, scope):
        """A local; it may be returned afterwards."""
        rng, k = self.rng, self.kind
        name = self.fresh()
        if k.local and rng.random() < 0.7:
            scope.append(name)
            return k.local.format(x=name, k=self.constant())
        if k.text in CONVERTING and not self.only_named and self.form not in ("auto", "decltype_auto") and rng.random() < 0.6:
            scope.append(name)
            return rng.choice(CONVERTING[k.text]).format(x=name, k=self.constant())
        return f"Full {name}(n + {self.constant()});"

    def block(self, depth, scope, braces=True):
        rng = self.rng
        inner = list(scope)
        lines = [self.statement(depth, inner) for _ in range(rng.randint(1, 3))]
        return "{ " + "\n    ".join(lines) + " }"

    def single(self, depth, scope):
        """A statement that may stand without braces."""
        rng = self.rng
        if rng.random() < 0.5:
            return self.ret(scope) or "Mark(__func__, __LINE__);"
        return self.block(depth, scope)

    def statement(self, depth, scope):
        rng = self.rng
        c = self.constant()
        choice = rng.random()
        if depth <= 0 or choice < 0.25:
            return self.declare(scope)
        if choice < 0.30:
            return "Mark(__func__, __LINE__);"
        if choice < 0.34 and self.throws:
            return f"if (n == {c % 5}) throw std::runtime_error(\"t{c}\");"
        if choice < 0.37 and self.throws:
            return f"if (n == {c % 5}) throw {c};"
        if choice < 0.50:
            text = f"if (n > {c % 4}) {self.single(depth - 1, scope)}"
            if rng.random() < 0.5:
                text += f" else {self.single(depth - 1, scope)}"
            return text
        if choice < 0.55:
            name = self.fresh("i")
            return f"for (int {name} = 0; {name} < {c % 4} && Burn(); ++{name}) {self.single(depth - 1, scope)}"
        if choice < 0.59:
            return f"while (Burn() && n > {c}) {self.block(depth - 1, scope)}"
        if choice < 0.62:
            return f"do {self.block(depth - 1, scope)} while (Burn() && n == {c});"
        if choice < 0.68:
            cases = []
            for i in range(rng.randint(1, 3)):
                body = self.single(depth - 1, scope)
                cases.append(f"case {i}: {body}" + (" break;" if rng.random() < 0.6 else " [[fallthrough]];"))
            cases.append(f"default: {self.single(depth - 1, scope)}" if rng.random() < 0.5 else "default: break;")
            return f"switch (n + {c % 2}) {{ " + "\n    ".join(cases) + " }"
        if choice < 0.76 and self.throws:
            handler = rng.choice(["catch (const std::exception& e) ", "catch (int e) ", "catch (...) "])
            use = "" if "..." in handler else "(void)e; "
            return f"try {self.block(depth - 1, scope)} {handler}{{ {use}{self.statement(depth - 1, list(scope))} " + (
                "throw; }" if rng.random() < 0.3 else "}")
        if choice < 0.80:
            return self.block(depth - 1, scope)
        if choice < 0.84:
            name = self.fresh("L")
            return f"if (n == {c % 4}) goto {name};\n    Log(\"g\", n);\n    {name}: {self.ret(scope) if rng.random() < 0.3 else ';'}".replace("None", ";") \
                if False else f"{{ if (n == {c % 4}) goto {name}; Log(\"g\", n); {name}: Log(\"l\", n); }}"
        if choice < 0.88:
            name = self.fresh("a")
            return f"for (const int {name} : {{1, 2, {c}}}) if ({name} == n) {self.single(depth - 1, scope)}"
        if choice < 0.91:
            name = self.fresh("f")
            return f"{{ const auto {name} = [&](int q) {{ if (q > {c}) return q; return n; }}; Log(\"f\", {name}(n)); }}"
        if choice < 0.94:
            name = self.fresh("s")
            return f"if (const int {name} = n * 2; {name} > {c}) {self.single(depth - 1, scope)}"
        if choice < 0.97:
            name = self.fresh("b")
            return f"{{ auto [{name}, {name}y] = std::pair<int, int>(n, {c}); Log(\"b\", {name} + {name}y); }}"
        return f"if (n == {c % 5}) {self.ret(scope) or ';'}"

    def annotation(self):
        options = ", SPANSMITH_ATTR(in.n, n)" if self.rng.random() < 0.5 else ""
        if self.observed:
            options += f", SPANSMITH_RETURN_ATTR(out, {self.kind.observe})"
        return f'SPANSMITH_SPAN("{self.name}"{options})\n'

    def text(self):
        k, rng = self.kind, self.rng
        scope = []
        parameters = "int n"
        if self.parameter:
            parameters += f", {self.parameter} p"
            if not (self.form == "decltype_auto"):
                scope.append("p")
        body = ["++calls;"]
        if self.observed:
            body.append("++observed;")
        for _ in range(rng.randint(1, 5)):
            body.append(self.statement(3, scope))
        if rng.random() < 0.2 and self.form not in ("template", "variadic", "constructor_try"):
            body.append("SPANSMITH_NOTE(note.n, n);")
        last = self.ret(scope)
        if last is None:  # an unmovable kind, observed: there must be a name
            name = self.fresh()
            if k.local:
                body.append(k.local.format(x=name, k=3))
                last = f"return {name};"
            else:
                self.observed = False
                self.only_named = False
                last = self.ret(scope)
                body = [line for line in body if line != "++observed;"]
        body.append(last)
        inner = "{\n    " + "\n    ".join(body) + "\n}\n"
        head = self.annotation()
        f, n, r = self.form, self.name, k.text
        if f == "free":
            return f"{head}{r} {n}({parameters}) {inner}"
        if f == "static":
            return f"{head}static {r} {n}({parameters}) {inner}"
        if f == "noexcept":
            return f"{head}{r} {n}({parameters}) noexcept {inner}"
        if f == "trailing":
            return f"{head}auto {n}({parameters}) -> {r} {inner}"
        if f == "auto":
            return f"{head}auto {n}({parameters}) {inner}"
        if f == "decltype_auto":
            return f"{head}decltype(auto) {n}({parameters}) {inner}"
        if f == "extern_c":
            return f'extern "C" {{\n{head}{r} {n}({parameters}) {inner}}}\n'
        if f == "template":
            return f"template <typename T>\n{head}{r} {n}({parameters}, T t) {inner.replace('++calls;', '++calls; Log(&quot;t&quot;, sizeof(t));'.replace('&quot;', chr(34)), 1)}"
        if f == "variadic":
            return f"template <typename... A>\n{head}{r} {n}({parameters}, A&&... a) {inner.replace('++calls;', '++calls; (static_cast<void>(a), ...);', 1)}"
        if f == "local_class":
            return (f"{r} {n}({parameters}) {{\n  struct Local {{\n{head}{r} Call({parameters}) const {inner}  }};\n"
                    f"  return Local().Call({self.arguments('n')});\n}}\n")
        if f in ("lambda", "generic_lambda"):
            capture = rng.choice(["[]", "[&]", "[=]"])
            mutable = rng.choice(["", " mutable"])
            more, given = (", auto... more", ", 1, 2.5") if f == "generic_lambda" else ("", "")
            if more:
                inner = inner.replace("++calls;", "++calls; (static_cast<void>(more), ...);", 1)
            return (f"{r} {n}({parameters}) {{\n  auto lambda = {capture}\n{head}({parameters}{more}){mutable} -> {r} {inner.rstrip()};\n"
                    f"  return lambda({self.arguments('n')}{given});\n}}\n")
        if f == "function_try":
            handler = "catch (const std::logic_error&) { Log(\"h\", n); throw; }"
            if self.throws and k.text in ("int", "long", "double") and rng.random() < 0.7:
                handler = "catch (const std::runtime_error&) { return 7; } catch (int e) { return e; }"
            return f"{head}{r} {n}({parameters}) try {inner.rstrip()} {handler}\n"
        if f == "friend":
            return f"struct Class_{n} {{\n{head}friend {r} {n}({parameters}) {inner}}};\n{r} {n}({parameters});\n"
        if f == "conversion":
            return f"struct Class_{n} {{\n  int n;\n{head}operator {r}() const {inner}}};\n"
        if f == "constructor":
            return f"struct Class_{n} {{\n  Full member;\n{head}Class_{n}({parameters}) : member(n) {inner}}};\n"
        if f == "constructor_try":
            return (f"struct Class_{n} {{\n  Full member;\n{head}Class_{n}({parameters}) try : member(n) {inner.rstrip()} "
                    f"catch (int) {{ Log(\"h\", n); }}\n}};\n")
        if f == "destructor":
            return f"struct Class_{n} {{\n  int n;\n  Full member{{n}};\n{head}~Class_{n}() {inner}}};\n"
        qualifier = {"member": "", "const_member": " const", "operator": " const", "virtual": " const override"}[f]
        method = "operator()" if f == "operator" else "Do"
        base = f"struct Base_{n} {{ virtual ~Base_{n}() = default; virtual {r} Do({parameters}) const = 0; }};\n" if f == "virtual" else ""
        heir = f" final : Base_{n}" if f == "virtual" else ""
        if rng.random() < 0.5:
            return (f"{base}struct Class_{n}{heir} {{\n  {head}  {r} {method}({parameters}){qualifier};\n}};\n"
                    f"{r} Class_{n}::{method}({parameters}){qualifier.replace(' override', '')} {inner}")
        return f"{base}struct Class_{n}{heir} {{\n{head}{r} {method}({parameters}){qualifier} {inner}}};\n"

    def arguments(self, n):
        values = {"Full": "std::move(p)", "CopyOnly": "p", "MoveOnly": "std::move(p)", "Pair": "std::move(p)",
                  "std::unique_ptr<Shape>": "std::move(p)", "Full&": "p", "const Full&": "p"}
        return n if not self.parameter else f"{n}, {values[self.parameter]}"

    def call(self, n):
        argument = n
        if self.parameter:
            value = {"Full": "Full(900)", "CopyOnly": "CopyOnly(901)", "MoveOnly": "MoveOnly(902)", "Pair": "Pair{903, 904}",
                     "std::unique_ptr<Shape>": "std::make_unique<Circle>(905)", "Full&": "global_array[2]",
                     "const Full&": "global_array[0]"}[self.parameter]
            argument += ", " + value
        f = self.form
        if f == "template":
            argument += ", 'c'"
        if f == "variadic":
            argument += ", 1, 2.5"
        if f in ("member", "const_member", "virtual"):
            return f"Class_{self.name}().Do({argument})"
        if f == "operator":
            return f"Class_{self.name}()({argument})"
        if f == "conversion":
            return f"Class_{self.name}{{{n}}}.operator {self.kind.text}()"
        if f in ("constructor", "constructor_try"):
            return f"Class_{self.name} object({argument})"
        if f == "destructor":
            return f"Class_{self.name} object{{{n}}}"
        return f"{self.name}({argument})"
