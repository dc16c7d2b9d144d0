// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/compile_database.h"

#include <clang/Tooling/JSONCompilationDatabase.h>

#include <filesystem>

namespace spansmith::generator {

std::vector<DatabaseCommand> CommandsFor(const std::string& build, const std::string& file, std::string* problem) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::exists(file, error)) {
    *problem = file + ": no such file";
    return {};
  }
  const std::string path = (fs::path(build) / "compile_commands.json").string();
  std::string reason;
  const auto database =
      clang::tooling::JSONCompilationDatabase::loadFromFile(path, reason, clang::tooling::JSONCommandLineSyntax::Gnu);
  if (database == nullptr) {
    *problem = path + ": cannot be read (" + reason + "); configure with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON";
    return {};
  }
  std::vector<DatabaseCommand> out;
  for (const clang::tooling::CompileCommand& command :
       database->getCompileCommands(fs::absolute(file, error).string())) {
    out.push_back({command.Directory, command.CommandLine});
  }
  if (out.empty()) *problem = file + ": " + path + " has no command for it";
  return out;
}

}  // namespace spansmith::generator
