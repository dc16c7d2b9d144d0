// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/launch/launch.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "generator/files/whole_file.h"
#include "generator/invocation/forced_includes.h"
#include "generator/invocation/module_unit.h"
#include "generator/launch/cached_rewrite.h"
#include "generator/launch/outputs.h"
#include "generator/launch/precompiled.h"
#include "generator/launch/prefix_map.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

bool StandsBesideOutput(const CompileCommand& command) {
  return command.output != "-" && command.output != "/dev/null";
}

int CompileAsItStands(const CompileCommand& command, const Arguments& inputs) {
  const int code = Run(WithSource(command, command.arguments[command.sources.front()]));
  return code == 0 && !FixDepfile(command, {}, inputs) ? 1 : code;
}

int CompileUnparsed(const CompileCommand& command, Rewritten rewritten, bool strict, const Arguments& inputs) {
  const int code = CompileAsItStands(command, inputs);
  if (code != 0) return code;  // the compiler has said what is wrong with the file
  for (Diagnostic& diagnostic : rewritten.diagnostics) diagnostic.made_error = strict;
  Print(rewritten.diagnostics);
  std::error_code ignored;
  if (strict) fs::remove(command.output, ignored);
  return strict ? 1 : 0;
}

int CompileRewritten(const CompileCommand& command, const Rewritten& rewritten, const Arguments& inputs) {
  const std::string copy = CopyOf(command);
  std::string reason;
  std::error_code ignored;
  if (!StandsBesideOutput(command)) fs::create_directory(fs::path(copy).parent_path(), ignored);
  if (!WriteFile(copy, rewritten.text, &reason)) {
    Print({{2, {rewritten.source, 0, 0}, "", {copy, reason}}});
    return 1;
  }
  if (!WriteHeaders(rewritten)) return 1;
  // What still names a copy (__BASE_FILE__, the unit's name in debug information) names the original, and __FILE__ in a
  // header that is included by its path is what it was.
  std::vector<Respelling> respellings = {{copy, rewritten.source}};
  for (const Renamed& renamed : rewritten.renamed) respellings.push_back({renamed.path, renamed.name});
  Arguments argv = WithForcedIncludes(WithSource(command, copy), rewritten.forced);
  const Arguments maps = PrefixMaps(command.arguments, respellings, rewritten.compiler_is_clang);
  argv.insert(std::find(argv.begin(), argv.end(), "--"), maps.begin(), maps.end());
  const int code = Run(argv);
  if (!StandsBesideOutput(command)) fs::remove_all(fs::path(copy).parent_path(), ignored);
  return code == 0 && !FixDepfile(command, respellings, inputs) ? 1 : code;
}

// What became of this source, for the end of the target's build. The same again is not written again.
bool WriteFragment(const CompileCommand& command, const Rewritten& rewritten) {
  if (!StandsBesideOutput(command)) return true;
  const std::string fragment = FragmentOf(command.output);
  const std::string text = FragmentText(rewritten.report);
  std::string reason;
  if (WriteIfChanged(fragment, text, &reason)) return true;
  Print({{2, {rewritten.source, 0, 0}, "", {fragment, reason}}});
  return false;
}

int LaunchOne(const CompileCommand& command, const RewriteOptions& options, const Rewritten& rewritten,
              const Arguments& tools) {
  // What a changed one of makes another object of the same source.
  const Arguments inputs = InputsOf(options, tools);
  if (!WriteFragment(command, rewritten)) return 1;
  if (rewritten.outcome == Outcome::kUnparsed) return CompileUnparsed(command, rewritten, options.strict, inputs);
  // Where Clang has found errors the compiler may too, and then what it says is all that there is to be said.
  const bool late = std::any_of(rewritten.diagnostics.begin(), rewritten.diagnostics.end(),
                                [](const Diagnostic& diagnostic) { return diagnostic.number == 9; });
  if (!late) Print(rewritten.diagnostics);
  if (rewritten.outcome == Outcome::kRefused) return 1;
  const int code = rewritten.outcome == Outcome::kNothing ? CompileAsItStands(command, inputs)
                                                          : CompileRewritten(command, rewritten, inputs);
  if (late && code == 0) Print(rewritten.diagnostics);
  return code;
}

}  // namespace

std::string CopyOf(const CompileCommand& command) {
  return (StandsBesideOutput(command)
              ? command.output
              : (fs::temp_directory_path() / ("spansmith" + std::to_string(getpid())) / "source").string()) +
         ".spansmith.cc";
}

std::string FragmentOf(const std::string& output) { return output + ".spansmith.json"; }

void Print(const std::vector<Diagnostic>& diagnostics) {
  const bool color = isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
  for (const Diagnostic& diagnostic : diagnostics) std::cerr << Render(diagnostic, color);
}

std::optional<int> Launch(const Arguments& compiler, const RewriteOptions& options, const Arguments& tools,
                          const Maker& make) {
  CompileCommand all;
  if (PrecompileCommand precompile; ReadPrecompileCommand(compiler, &precompile))
    return LaunchPrecompiled(precompile, options, tools, make);
  if (!ReadCompileCommand(compiler, &all)) {
    if (const std::string unit = ModuleUnitOf(compiler); !unit.empty()) {
      Diagnostic diagnostic{6, {unit, 0, 0}, "", {}};
      diagnostic.made_error = options.strict;
      Print({diagnostic});
      if (options.strict) return 1;
    }
    return Become(compiler);
  }
  std::vector<Rewritten> rewritten;  // all of them before anything is compiled: another program may have to make them
  for (std::size_t i = 0; i < all.sources.size(); ++i) {
    const CompileCommand one = ForOneSource(all, i);
    std::optional<Rewritten> made = CachedRewrite(one, options, CopyOf(one), tools, make);
    if (!made) return std::nullopt;
    rewritten.push_back(std::move(*made));
  }
  int worst = 0;
  for (std::size_t i = 0; i < all.sources.size(); ++i) {
    const int code = LaunchOne(ForOneSource(all, i), options, rewritten[i], tools);
    if (worst == 0) worst = code;
  }
  const Arguments others = ForTheOthers(all);
  if (!others.empty()) {
    const int code = Run(others);
    if (worst == 0) worst = code;
  }
  return worst;
}

}  // namespace spansmith::generator
