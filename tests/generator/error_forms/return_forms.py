# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""The forms of a return, a row each: a function that returns a good or a bad value, and its call."""
from dataclasses import dataclass


@dataclass
class Form:
    name: str
    text: str               # $A the annotation, $T the type, Make(good) a value of it
    call: str = "F(good)"
    seen: bool = True       # the error is (docs/errors.md says which are not)
    moves: bool = False     # one move more is allowed: a temporary is looked at
    copies: bool = False    # the form copies, so only for types that can be
    needs: str = ""         # a field of the type
    asked: bool = True      # also where SPANSMITH_ERROR_WHEN must see it


FORMS = [
    Form("named local", "$A static $T F(bool good) { $T out = Make(good); return out; }"),
    Form("one of two locals", "$A static $T F(bool good) { $T one = Make(true); $T two = Make(false); if (good) return one; return two; }"),
    Form("local of an inner block", "$A static $T F(bool good) { for (;;) { $T out = Make(good); return (out); } }"),
    Form("parameter", "$A static $T F($T given) { return given; }", "F(Make(good))"),
    Form("prvalue", "$A static $T F(bool good) { return Make(good); }", moves=True),
    Form("xvalue of a local", "$A static $T F(bool good) { $T out = Make(good); return static_cast<$T&&>(out); }"),
    Form("xvalue of a parameter", "$A static $T F($T&& given) { return std::move(given); }", "F(Make(good))"),
    Form("rvalue parameter by name", "$A static $T F($T&& given) { return given; }", "F(Make(good))"),
    Form("lvalue reference", "$A static const $T& F(const $T& given) { return given; }", "F(Make(good))", seen=False),
    Form("rvalue reference", "$A static $T&& F($T&& given) { return std::move(given); }", "F(Make(good))", seen=False),
    Form("out of a reference", "$A static $T F(const $T& given) { return given; }", "F(Make(good))", copies=True),
    Form("out of a member", "struct Holder { $T held; $A $T F() const { return held; } };", "Holder{Make(good)}.F()", copies=True),
    Form("const local", "$A static $T F(bool good) { const $T out = Make(good); return out; }", copies=True),
    Form("const type", "$A static const $T F(bool good) { return Make(good); }", moves=True, copies=True),
    Form("conditional", "$A static $T F(bool good) { return good ? Make(true) : Make(false); }", moves=True),
    Form("comma", "$A static $T F(bool good) { return Touch(), Make(good); }", moves=True),
    Form("braced", "$A static $T F(bool good) { if (good) return {$G}; return {$B}; }", moves=True, needs="braced"),
    Form("converted by an operator", "struct Convertible { bool good; operator $T() const { return Make(good); } };\n"
         "$A static $T F(bool good) { return Convertible{good}; }", moves=True),
    Form("converted explicitly", "struct Convertible { bool good; explicit operator $T() const { return Make(good); } };\n"
         "$A static $T F(bool good) { return static_cast<$T>(Convertible{good}); }", moves=True),
    Form("converted temporary", "$A static $T F(bool good) { if (!good) return $S; return $T($V); }", moves=True, needs="source"),
    Form("converted local", "$A static $T F(bool good) { if (good) return Make(true); $Q source = $S; return source; }", moves=True, needs="source"),
    Form("converted constant", "$A static $T F(bool good) { if (good) return Make(true); const $Q source = $S; return source; }", moves=True,
         needs="source", copies=True),
    Form("converted value", "$A static $T F(bool good) { if (good) return $V; return Make(false); }", moves=True, needs="value"),
    Form("lambda", "static $T F(bool good) { return [] $A (bool ok) -> $T { $T out = Make(ok); return out; }(good); }"),
    Form("lambda, deduced", "static $T F(bool good) { return [&] $A { return Make(good); }(); }", moves=True),
    Form("generic lambda", "static $T F(bool good) { return [] $A (auto ok) { if (ok) { $T out = Make(true); return out; } $T bad = Make(false); return bad; }(good); }"),
    Form("template", "template <typename X> $A $T F(X good) { if (sizeof(good) > 1) return Make(true); $T out = Make(good); return out; }"),
    Form("template, expression", "template <int N> $A $T F(bool good) { if (N > 1) return Make(true); return Make(good); }", "F<1>(good)", moves=True),
    Form("template of the type", "template <typename R> $A R F(bool good) { R out = Make(good); return out; }", "F<$T>(good)"),
    Form("member of a template", "template <typename R> struct Class { $A R F(R given) const { return given; } };", "Class<$T>().F(Make(good))"),
    Form("if and else without braces", "$A static $T F(bool good) { if (good) return Make(true); else return Make(false); }", moves=True),
    Form("loop without braces", "$A static $T F(bool good) { for (;;) if (good) return Make(true); else do return Make(false); while (good); }", moves=True),
    Form("switch", "$A static $T F(bool good) { switch (good ? 1 : 0) { case 0: return Make(false); case 1: { $T out = Make(true); return out; } default: return Make(good); } }",
         moves=True),
    Form("label", "$A static $T F(bool good) { if (!good) goto bad; return Make(true); bad: return Make(false); }", moves=True),
    Form("handler", "$A static $T F(bool good) { try { Touch(good ? 0 : 1); } catch (int) { return Make(false); } return Make(true); }", moves=True),
    Form("function-try-block", "$A static $T F(bool good) try { Touch(good ? 0 : 1); return Make(true); } catch (int) { return Make(false); }", moves=True),
    Form("statement expression", "$A static $T F(bool good) { return __extension__({ if (good) return Make(true); Make(false); }); }", moves=True),
    Form("value of a macro", "$A static $T F(bool good) { return VALUE(good); }", moves=True),
    Form("macro", "$A static $T F(bool good) { RETURN_IF(!good, Make(false)); $T out = Make(true); RETURN(out); }", moves=True, asked=False),
    Form("deduced", "$A static auto F(bool good) { if (good) return Make(true); $T out = Make(false); return out; }", moves=True),
    Form("trailing", "$A static auto F(bool good) noexcept -> $T { $T out = Make(good); return out; }"),
    Form("decltype(auto)", "$A static decltype(auto) F(bool good) { return Make(good); }", moves=True),
    Form("virtual", "struct Base { virtual ~Base() = default; virtual $T F(bool good) const = 0; };\n"
         "struct Heir final : Base { $A $T F(bool good) const override { $T out = Make(good); return out; } };", "Heir().F(good)"),
    Form("operator", "struct Class { bool good; $A operator $T() const { return Make(good); } };", "static_cast<$T>(Class{good})", moves=True),
]
