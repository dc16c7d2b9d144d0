// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/precompile_command.h"

#include <algorithm>
#include <filesystem>

#include "generator/invocation/forced_includes.h"

namespace spansmith::generator {
namespace {

constexpr char kAsHeader[] = "c++-header";

std::string Absolute(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  return (error ? std::filesystem::path(path) : absolute).lexically_normal().string();
}

}  // namespace

bool ReadPrecompileCommand(const Arguments& argv, PrecompileCommand* command) {
  if (std::find(argv.begin(), argv.end(), kAsHeader) == argv.end()) return false;
  Arguments compile;
  for (std::size_t i = 0; i < argv.size(); ++i) {
    if (argv[i] == "-Xclang" && i + 1 < argv.size() && argv[i + 1] == "-emit-pch") {
      ++i;
    } else {
      compile.push_back(argv[i] == kAsHeader ? "c++" : argv[i]);
    }
  }
  *command = PrecompileCommand();
  command->argv = argv;
  if (!ReadCompileCommand(compile, &command->compile)) return false;
  const std::vector<std::string> forced = ForcedIncludes(command->compile.arguments);
  if (command->compile.sources.size() != 1 || !command->compile.others.empty() || forced.size() != 1 ||
      !IsMadeByCMake(forced.front())) {
    return false;
  }
  command->header = forced.front();
  for (const char* ending : {".gch", ".pch"}) {
    if (Absolute(command->compile.output) == Absolute(command->header + ending)) command->ending = ending;
  }
  return !command->ending.empty();
}

Arguments PrecompileInstead(const PrecompileCommand& command, const std::string& copy, std::string* dependencies) {
  Arguments out = WithForcedIncludes(command.argv, {{command.header, copy}});
  dependencies->clear();
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    if (out[i] == "-o") out[i + 1] = copy + command.ending;
    if (out[i] == "-MF") out[i + 1] = *dependencies = copy + command.ending + ".d";
  }
  return out;
}

}  // namespace spansmith::generator
