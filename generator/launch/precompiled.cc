// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/precompiled.h"

#include <filesystem>
#include <vector>

#include "generator/launch/launch.h"
#include "generator/launch/outputs.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

// Those of the copies that the header had before: they are large, and what they were made of may have changed.
void RemoveFormer(const PrecompileCommand& command) {
  const fs::path header = command.header;
  const std::string beginning = header.stem().string() + ".";
  std::error_code error;
  std::vector<fs::path> former;
  for (const fs::directory_entry& entry : fs::directory_iterator(header.parent_path() / kHeaderFolder, error)) {
    const std::string name = entry.path().filename().string();
    if (name.rfind(beginning, 0) == 0 && entry.path().extension() == command.ending) former.push_back(entry.path());
  }
  for (const fs::path& path : former) fs::remove(path, error);
}

}  // namespace

std::optional<int> LaunchPrecompiled(const PrecompileCommand& command, const RewriteOptions& options,
                                     const Arguments& tools, const Maker& make) {
  const CompileCommand one = ForOneSource(command.compile, 0);
  const std::optional<Rewritten> rewritten = CachedRewrite(one, options, CopyOf(one), tools, make);
  if (!rewritten) return std::nullopt;
  RemoveFormer(command);
  if (const int code = Run(command.argv); code != 0) return code;
  if (!FixDepfile(one, {}, InputsOf(options, tools))) return 1;
  const auto copy = rewritten->forced.find(command.header);
  if (copy == rewritten->forced.end()) return 0;
  if (!WriteHeaders(*rewritten)) return 1;
  std::string dependencies;
  const int code = Run(PrecompileInstead(command, copy->second, &dependencies));
  std::error_code ignored;
  fs::remove(dependencies, ignored);
  if (code != 0) fs::remove(copy->second + command.ending, ignored);
  return code;
}

}  // namespace spansmith::generator
