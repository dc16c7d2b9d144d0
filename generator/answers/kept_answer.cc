// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/answers/kept_answer.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string_view>

#include "generator/cache/cache.h"
#include "generator/cache/hash.h"

namespace spansmith::generator {
namespace {

// GCC manual, "Environment Variables Affecting GCC"; Clang reads the same.
constexpr const char* kEnvironment[] = {
    "CPATH",  "CPLUS_INCLUDE_PATH", "C_INCLUDE_PATH", "GCC_EXEC_PREFIX",     "COMPILER_PATH", "LANG",
    "LC_ALL", "LC_MESSAGES",        "LC_CTYPE",       "CCC_OVERRIDE_OPTIONS"};

}  // namespace

std::string CompilerFile(const CompileCommand& command) {
  if (command.compiler.find('/') != std::string::npos) return command.compiler;
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string file = (folder.empty() ? "." : folder) + "/" + command.compiler;
    if (access(file.c_str(), X_OK) == 0) return file;
  }
  return command.compiler;
}

void AddEnvironment(std::vector<std::string>* parts) {
  for (const char* name : kEnvironment) {
    const char* value = std::getenv(name);
    parts->push_back(value == nullptr ? std::string("-") : std::string("=") + value);
  }
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

std::string KeptAnswer(const CompileCommand& command, const std::string& question,
                       const std::function<std::string()>& ask) {
  const Cache cache = Cache::FromEnvironment();
  const bool more_folders = std::getenv("CPATH") != nullptr || std::getenv("CPLUS_INCLUDE_PATH") != nullptr;
  if (!cache.on() || more_folders) return ask();
  CompileCommand any = command;
  any.arguments[command.sources.front()].clear();
  const Arguments meaning = MeaningArguments(any);
  std::error_code error;
  std::vector<std::string> parts = {question, SignatureOf(CompilerFile(command)),
                                    std::filesystem::current_path(error).string()};
  parts.insert(parts.end(), meaning.begin(), meaning.end());
  // The folders that they name are passed over while they are not there, so which are is a part of the key.
  for (const std::string& folder : NamedFolders(meaning))
    parts.push_back(std::filesystem::is_directory(folder, error) ? "+" : "-");
  AddEnvironment(&parts);
  const std::string key = HashOf({parts.begin(), parts.end()});
  if (std::optional<std::string> known = cache.Find(key)) return *known;
  std::string answer = ask();
  if (!answer.empty()) cache.Keep(key, {}, answer);
  return answer;
}

}  // namespace spansmith::generator
