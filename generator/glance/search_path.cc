// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/glance/search_path.h"

#include <sstream>
#include <string_view>

namespace spansmith::generator {

std::string AskSearchPath(const CompileCommand& command) {
  CompileCommand empty = command;
  empty.arguments[command.sources.front()] = "-";
  const Arguments meaning = MeaningArguments(empty);
  Arguments argv = {command.compiler, "-x", "c++", "-E", "-v"};
  argv.insert(argv.end(), meaning.begin(), meaning.end());
  std::string errors;
  return Capture(argv, [](std::string_view) {}, &errors) == 0 ? errors : "";
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

std::vector<std::string> NamedFolders(const Arguments& arguments) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    for (const std::string_view option : {"-I", "-isystem", "-iquote", "-idirafter"}) {
      if (arguments[i].rfind(option, 0) != 0) continue;
      if (arguments[i].size() > option.size()) {
        out.push_back(arguments[i].substr(option.size()));
      } else if (i + 1 < arguments.size()) {
        out.push_back(arguments[i + 1]);
      }
    }
  }
  return out;
}

}  // namespace spansmith::generator
