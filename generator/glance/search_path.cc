// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/glance/search_path.h"

#include <sstream>
#include <string_view>

#include "generator/answers/kept_answer.h"

namespace spansmith::generator {

std::string AskSearchPath(const CompileCommand& command) {
  return KeptAnswer(command, "search path", [&]() -> std::string {
    CompileCommand empty = command;
    empty.arguments[command.sources.front()] = "-";
    const Arguments meaning = MeaningArguments(empty);
    Arguments argv = {command.compiler, "-x", "c++", "-E", "-v"};
    argv.insert(argv.end(), meaning.begin(), meaning.end());
    std::string text;
    const bool told = Capture(argv, [](std::string_view) {}, &text) == 0 && ReadSearchPath(text).has_value();
    return told ? text : "";
  });
}

std::optional<SearchPath> ReadSearchPath(const std::string& verbose) {
  SearchPath out;
  std::vector<std::string>* list = nullptr;
  std::istringstream lines(verbose);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("#include \"...\"", 0) == 0) {
      list = &out.quoted;
    } else if (line.rfind("#include <...>", 0) == 0) {
      list = &out.angled;
    } else if (line.rfind("End of search list", 0) == 0) {
      return list == &out.angled ? std::optional(out) : std::nullopt;
    } else if (list != nullptr && !line.empty() && line[0] == ' ') {
      if (line.find("(framework directory)") != std::string::npos) return std::nullopt;
      list->push_back(line.substr(1));
    }
  }
  return std::nullopt;
}

}  // namespace spansmith::generator
