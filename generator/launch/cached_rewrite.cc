// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/cached_rewrite.h"

#include <filesystem>

#include "generator/answers/kept_answer.h"
#include "generator/cache/cache.h"
#include "generator/cache/hash.h"
#include "generator/files/whole_file.h"
#include "generator/glance/glance.h"
#include "generator/glance/include_scan.h"
#include "generator/report/fragment.h"
#include "generator/rewritten/stored.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {
namespace {

// Empty: it cannot be told what the result would depend on.
std::string KeyOf(const CompileCommand& command, const RewriteOptions& options, const std::string& copy,
                  const std::vector<std::string>& tools) {
  std::error_code error;
  std::vector<std::string> parts = {std::filesystem::current_path(error).string(), copy,
                                    SignatureOf(CompilerFile(command))};
  for (const std::string& tool : tools) parts.push_back(SignatureOf(tool));
  for (std::size_t i = 2; i < parts.size(); ++i) {
    if (parts[i].empty()) return {};
  }
  if (error) return {};
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
  AddEnvironment(&parts);
  return HashOf({parts.begin(), parts.end()});
}

// Files that the command names beside the ones that were entered: forced includes, plugins. Not precompiled headers:
// what they are made of is read in their place.
std::vector<std::string> InputsOf(const CompileCommand& command, const Rewritten& rewritten) {
  std::vector<std::string> out(rewritten.inputs.begin(), rewritten.inputs.end());
  for (const std::string& argument : command.arguments) {
    if (argument == command.output || argument == command.depfile) continue;
    const std::string ending = std::filesystem::path(argument).extension().string();
    std::error_code none;
    if (ending != ".gch" && ending != ".pch" && std::filesystem::is_regular_file(argument, none))
      out.push_back(argument);
  }
  return out;
}

}  // namespace

std::optional<Rewritten> CachedRewrite(const CompileCommand& command, const RewriteOptions& options,
                                       const std::string& copy, const std::vector<std::string>& tools,
                                       const Maker& make) {
  const Cache cache = Cache::FromEnvironment();
  const std::string key = cache.on() ? KeyOf(command, options, copy, tools) : "";
  if (!key.empty()) {
    const std::optional<std::string> found = cache.Find(key);
    std::optional<Rewritten> known = found ? FromStored(*found) : std::nullopt;
    if (known) return known;
  }
  const std::int64_t since = Now();
  std::optional<Rewritten> made = make(command, options, copy);
  // What is refused is about to be changed; what the preprocessor refuses has unknown inputs.
  if (!made || key.empty() || made->outcome == Outcome::kRefused || made->inputs.empty()) return made;
  const std::optional<std::vector<InputFile>> inputs =
      LookAt(InputsOf(command, *made), since, made->cheap ? Compared::kNothing : Compared::kText);
  if (inputs) cache.Keep(key, *inputs, Stored(*made));
  return made;
}

std::optional<Rewritten> WithoutAnnotation(const CompileCommand& command, const RewriteOptions& options) {
  if (!options.rules.empty() || AreDoubtful(command.arguments)) return std::nullopt;
  const std::string& source = command.arguments[command.sources.front()];
  std::string text;
  if (!ReadFile(source, &text) || HoldsAnnotationWord(text)) return std::nullopt;  // before the compiler is asked
  const std::optional<SearchPath> path = ReadSearchPath(AskSearchPath(command));
  std::optional<std::set<std::string>> files = path ? FilesWithoutAnnotation(command, *path) : std::nullopt;
  if (!files) return std::nullopt;
  Rewritten out;
  out.source = source;
  out.inputs = std::move(*files);
  out.cheap = true;
  std::error_code error;
  const std::filesystem::path project = std::filesystem::absolute(options.project, error);
  out.report.source = ProjectPath(
      error || options.project.empty() ? std::filesystem::current_path(error).string() : project.string(), source);
  out.report.outcome = kSourceNotParsed;
  out.report.reason = "no_annotation";
  return out;
}

}  // namespace spansmith::generator
