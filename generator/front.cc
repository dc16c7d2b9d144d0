// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The program in front, which people and builds call `spansmith`: it loads no Clang, so that it costs a build little
// where there is nothing to rewrite, or where the cache has what was. All else is spansmith-clang's (main.cc), which it
// becomes.

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "generator/launch/launch.h"
#include "generator/tool_files.h"

namespace spansmith::generator {
namespace {

// The options of `cc`, if they are right; nothing: the other program says what is wrong.
std::optional<RewriteOptions> ReadOptions(const Arguments& arguments, Arguments* compiler) {
  RewriteOptions out;
  std::string target;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    if (arguments[i] == "--") {
      compiler->assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      if (compiler->empty()) return std::nullopt;
      if (out.scope.empty()) out.scope = target;
      return out;
    }
    if (ReadOption(arguments, &i, &out)) continue;
    if (arguments[i] != "--target" || i + 1 >= arguments.size()) return std::nullopt;
    target = arguments[++i];
  }
  return std::nullopt;
}

int Main(const Arguments& arguments) {
  const std::string subcommand = arguments.empty() ? "" : arguments.front();
  if (subcommand == "version" || subcommand == "--version") {
    std::cout << "spansmith " SPANSMITH_VERSION " (Clang " SPANSMITH_CLANG_VERSION ")\n";
    return 0;
  }
  const ToolFiles files = FilesOfFront();
  if (files.clang.empty()) {
    std::cerr << "spansmith: the program spansmith-clang is not there: expected " << files.expected
              << "; install Spansmith again, or build the target spansmith\n";
    return 127;
  }
  Arguments compiler;
  const std::optional<RewriteOptions> options = subcommand == "cc" ? ReadOptions(arguments, &compiler) : std::nullopt;
  if (options) {
    const std::optional<int> code = Launch(compiler, *options, {files.front, files.clang},
                                           [](const CompileCommand& command, const RewriteOptions& chosen,
                                              const std::string&) { return WithoutAnnotation(command, chosen); });
    if (code) return *code;
  }
  Arguments whole = {files.clang};
  whole.insert(whole.end(), arguments.begin(), arguments.end());
  return Become(whole, files.front);
}

}  // namespace
}  // namespace spansmith::generator

int main(int argc, char** argv) { return spansmith::generator::Main({argv + 1, argv + argc}); }
