// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/predefined_macros.h"

#include "generator/answers/kept_answer.h"

namespace spansmith::generator {

PredefinedMacros MacrosOf(std::string_view text) {
  constexpr std::string_view kDefine = "#define ";
  PredefinedMacros out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.substr(0, kDefine.size()) != kDefine) continue;
    line.remove_prefix(kDefine.size());
    const std::size_t name = line.find_first_of(" (");
    if (line.empty() || line.front() != '_' || (name != std::string_view::npos && line[name] == '(')) continue;
    out[std::string(line.substr(0, name))] = name == std::string_view::npos ? "" : line.substr(name + 1);
  }
  return out;
}

PredefinedMacros ReadPredefinedMacros(const CompileCommand& command) {
  return MacrosOf(KeptAnswer(command, "predefined macros", [&]() -> std::string {
    CompileCommand nothing = command;
    nothing.arguments.clear();
    nothing.sources.clear();
    for (std::size_t i = 0; i < command.arguments.size(); ++i) {
      const std::string& argument = command.arguments[i];
      const bool includes = argument == "-include" || argument == "-imacros" || argument == "-include-pch";
      if (includes) ++i;
      if (!includes && i != command.sources.front()) nothing.arguments.push_back(argument);
    }
    Arguments argv = {command.compiler};
    const Arguments meaning = MeaningArguments(nothing);
    argv.insert(argv.end(), meaning.begin(), meaning.end());
    argv.insert(argv.end(), {"-dM", "-E", "-w", "-x", "c++", "/dev/null"});
    std::string text;
    std::string errors;
    const int code = Capture(argv, [&](std::string_view piece) { text += piece; }, &errors);
    return code == 0 ? text : "";
  }));
}

}  // namespace spansmith::generator
