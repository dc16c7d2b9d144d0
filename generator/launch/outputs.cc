// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/outputs.h"

#include <filesystem>

#include "generator/files/whole_file.h"
#include "generator/launch/launch.h"

namespace spansmith::generator {

namespace fs = std::filesystem;

bool FixDepfile(const CompileCommand& command, const std::vector<Respelling>& respellings, const Arguments& inputs) {
  if (!command.writes_depfile || command.depfile == "-" || command.depfile == "/dev/null") return true;
  std::string text;
  if (!ReadFile(command.depfile, &text)) return true;  // the compiler was told not to write it after all
  const std::string& source = command.arguments[command.sources.front()];
  std::string reason;
  Arguments more;
  for (const std::string& input : inputs) more.push_back(AsSpelledFrom(fs::current_path().string(), input));
  if (WriteFile(command.depfile, PatchDepfile(text, respellings, more), &reason)) return true;
  Print({{2, {source, 0, 0}, "", {command.depfile, reason}}});
  return false;
}

bool WriteHeaders(const Rewritten& rewritten) {
  for (const RewrittenHeader& header : rewritten.headers) {
    std::error_code error;
    fs::create_directories(fs::path(header.path).parent_path(), error);
    std::string reason;
    if (!WriteIfChanged(header.path, header.text, &reason)) {
      Print({{2, {rewritten.source, 0, 0}, "", {header.path, reason}}});
      return false;
    }
  }
  return true;
}

Arguments InputsOf(const RewriteOptions& options, const Arguments& tools) {
  Arguments out = tools;
  out.insert(out.end(), options.rules.begin(), options.rules.end());
  return out;
}

}  // namespace spansmith::generator
