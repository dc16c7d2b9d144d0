// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/cached_rewrite.h"

#include <llvm/Support/Program.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "generator/cache/cache.h"
#include "generator/cache/hash.h"
#include "generator/files/whole_file.h"
#include "generator/rewrite/stored.h"

namespace spansmith::generator {
namespace {

// GCC manual, "Environment Variables Affecting GCC"; Clang reads the same.
constexpr const char* kEnvironment[] = {
    "CPATH",  "CPLUS_INCLUDE_PATH", "C_INCLUDE_PATH", "GCC_EXEC_PREFIX",     "COMPILER_PATH", "LANG",
    "LC_ALL", "LC_MESSAGES",        "LC_CTYPE",       "CCC_OVERRIDE_OPTIONS"};

std::string CompilerOf(const CompileCommand& command) {
  if (command.compiler.find('/') != std::string::npos) return command.compiler;
  const llvm::ErrorOr<std::string> found = llvm::sys::findProgramByName(command.compiler);
  return found ? *found : command.compiler;
}

// Empty: it cannot be told what the result would depend on.
std::string KeyOf(const CompileCommand& command, const RewriteOptions& options, const std::string& copy,
                  const std::string& tool) {
  std::error_code error;
  std::vector<std::string> parts = {SignatureOf(tool), SignatureOf(CompilerOf(command)),
                                    std::filesystem::current_path(error).string(), copy};
  if (error || parts[0].empty() || parts[1].empty()) return {};
  parts.push_back(std::to_string(command.arguments.size()));
  parts.insert(parts.end(), command.arguments.begin(), command.arguments.end());
  const Arguments chosen = ToArguments(options);
  parts.insert(parts.end(), chosen.begin(), chosen.end());
  parts.push_back(options.project);
  std::vector<std::string> files = options.rules;
  files.push_back(command.arguments[command.sources.front()]);
  for (const std::string& file : files) {
    parts.emplace_back();
    if (!ReadFile(file, &parts.back())) return {};
  }
  for (const char* name : kEnvironment) {
    const char* value = std::getenv(name);
    parts.push_back(value == nullptr ? std::string("-") : std::string("=") + value);
  }
  return HashOf({parts.begin(), parts.end()});
}

// Files that the command names beside the ones that were entered: forced includes, precompiled headers, plugins.
std::vector<std::string> InputsOf(const CompileCommand& command, const Rewritten& rewritten) {
  std::vector<std::string> out(rewritten.inputs.begin(), rewritten.inputs.end());
  for (const std::string& argument : command.arguments) {
    if (argument == command.output || argument == command.depfile) continue;
    for (const char* ending : {"", ".gch", ".pch"}) {
      std::error_code none;
      if (std::filesystem::is_regular_file(argument + ending, none)) out.push_back(argument + ending);
    }
  }
  return out;
}

}  // namespace

Rewritten CachedRewrite(const CompileCommand& command, const RewriteOptions& options, const std::string& copy,
                        const std::string& tool) {
  const Cache cache = Cache::FromEnvironment();
  const std::string key = cache.on() ? KeyOf(command, options, copy, tool) : "";
  if (!key.empty()) {
    const std::optional<std::string> found = cache.Find(key);
    std::optional<Rewritten> known = found ? FromStored(*found) : std::nullopt;
    if (known) return std::move(*known);
  }
  const std::int64_t since = Now();
  Rewritten made = Rewrite(command, options, copy);
  // What is refused is about to be changed; what the preprocessor refuses has unknown inputs.
  if (key.empty() || made.outcome == Outcome::kRefused || made.inputs.empty()) return made;
  const std::optional<std::vector<InputFile>> inputs = LookAt(InputsOf(command, made), since);
  if (inputs) cache.Keep(key, *inputs, Stored(made));
  return made;
}

}  // namespace spansmith::generator
