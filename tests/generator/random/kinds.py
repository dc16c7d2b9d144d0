# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""Return types of random functions: how their values and locals are written."""


class Kind:
    """A return type: its text, what an attribute of `result` says, how its values are written."""

    def __init__(self, text, observe, values, local=None, movable=True, parameter=None):
        self.text, self.observe, self.values = text, observe, values
        self.local = local          # how a local of it is declared: format with name and number; None: never
        self.movable = movable      # False: temporaries of it cannot be observed
        self.parameter = parameter  # type of a parameter that may be returned


KINDS = [
    Kind("int", "result", ["n", "n + {k}", "(n, {k})", "n > {k} ? n : {k}", "({{ int q = n; q * 2; }})"], "int {x} = n * {k};"),
    Kind("long", "result", ["n", "{k}L", "static_cast<short>(n)"], "long {x} = n * {k};"),
    Kind("bool", "result", ["n > {k}", "!n", "n == {k} || n > 2"], "bool {x} = n > {k};"),
    Kind("double", "result", ["n * 0.5", "{k}"], "double {x} = n / 4.0;"),
    Kind("Colour", "result", ["kRed", "n > 1 ? kGreen : kBlue"], "Colour {x} = kBlue;"),
    Kind("const char*", "result", ['"lit{k}"', '__func__', 'n > 1 ? "a" : "b"'], 'const char* {x} = "x{k}";'),
    Kind("std::string", "result.size()", ['"lit{k}"', 'std::string("s") + std::to_string(n)', '{{"b{k}"}}',
         'std::string(3, \'c\')', '{{}}', '__PRETTY_FUNCTION__ + std::string("p")'], 'std::string {x} = std::to_string(n);'),
    Kind("Full", "result.v", ["Full(n * 10 + {k})", "n + {k}", "{{n + {k}}}", "global_full", "global_array[{k} % 3]", "*global_pointer",
         "ExplicitFull{{n}}", "Derived(n)", "Pair{{n, {k}}}.b", "n > {k} ? Full(n) : Full({k})", "n > {k} ? global_full : *global_pointer",
         "(Mark(__func__, __LINE__), Full(n))", "static_cast<Full>(n + 1)", "std::get<1>(std::tuple<int, Full>({k}, n))"],
         "Full {x}(n * 100 + {k});", parameter="Full"),
    Kind("const Full", "result.v", ["Full(n + {k})", "global_full"], "const Full {x}(n * 100 + {k});"),
    Kind("CopyOnly", "result.v", ["CopyOnly(n * 10 + {k})", "n + {k}", "{{n}}"], "CopyOnly {x}(n * 100 + {k});", movable=False, parameter="CopyOnly"),
    Kind("MoveOnly", "result.v", ["MoveOnly(n * 10 + {k})", "n + {k}", "{{n}}"], "MoveOnly {x}(n * 100 + {k});", parameter="MoveOnly"),
    Kind("Immovable", "result.v", ["Immovable(n * 10 + {k})", "n + {k}", "{{n}}"], None, movable=False),
    Kind("Full&", "result.v", ["global_full", "global_array[n & 1]", "*global_pointer", "(global_full)", "n > {k} ? global_full : *global_pointer"],
         "Full& {x} = global_array[{k} % 3];", parameter="Full&"),
    Kind("const Full&", "result.v", ["global_full", "std::as_const(global_array[n & 1])", "*global_pointer"],
         "const Full& {x} = global_array[{k} % 3];", parameter="const Full&"),
    Kind("Full&&", "result.v", ["std::move(global_full)", "static_cast<Full&&>(*global_pointer)"], None),
    Kind("Full*", "result->v", ["&global_full", "global_pointer", "global_array + {k} % 3"], "Full* {x} = &global_array[{k} % 3];"),
    Kind("std::unique_ptr<Shape>", "(result ? result->v : 0)", ["std::make_unique<Shape>(n)", "std::make_unique<Circle>(n + {k})", "nullptr", "{{}}"],
         "auto {x} = std::make_unique<Shape>(n + {k});", parameter="std::unique_ptr<Shape>"),
    Kind("std::optional<Full>", "result.has_value()", ["std::nullopt", "Full(n)", "{{}}", "std::optional<Full>(n)", "std::make_optional<Full>(n)", "{{n}}"],
         "std::optional<Full> {x}(n + {k});"),
    Kind("Pair", "result.a.v", ["{{n, {k}}}", "Pair{{n, n}}", "{{Full(n), global_full}}"], "Pair {x}{{n, {k}}};", parameter="Pair"),
    Kind("std::tuple<int, Full>", "std::get<0>(result)", ["{{{k}, n}}", "std::make_tuple({k}, Full(n))"], "std::tuple<int, Full> {x}({k}, n);"),
    Kind("std::vector<Full>", "result.size()", ["{{}}", "{{Full(n)}}", "std::vector<Full>(2, Full(n))"], "std::vector<Full> {x}; {x}.reserve(4); {x}.emplace_back(n);"),
    Kind("void", None, [], None),
]
# Locals that convert to the returned type, for converting returns: type -> declaration.
CONVERTING = {
    "Full": ["Derived {x}(n + {k});", "long {x} = n;", "ExplicitFull {x}{{n}};"],
    "std::unique_ptr<Shape>": ["auto {x} = std::make_unique<Circle>(n);"],
    "std::optional<Full>": ["Full {x}(n);", "Derived {x}(n);"],
    "std::string": ['const char* {x} = "conv{k}";'],
    "long": ["int {x} = n;", "short {x} = 3;"],
    "double": ["int {x} = n;"],
}
