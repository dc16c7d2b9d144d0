// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/invocation/compile_command.h"

#include <llvm/ADT/SmallVector.h>
#include <llvm/Support/Allocator.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/StringSaver.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace spansmith::generator {
namespace {

// GCC and Clang options whose value is the next argument (GCC manual, "Option Summary"; Clang's "Command line argument
// reference"). One that is missing here would make its value look like a source, if it ends like one.
constexpr std::array<std::string_view, 39> kTakesValue = {"-o",
                                                          "-I",
                                                          "-D",
                                                          "-U",
                                                          "-L",
                                                          "-l",
                                                          "-x",
                                                          "-T",
                                                          "-u",
                                                          "-z",
                                                          "-e",
                                                          "-A",
                                                          "-include",
                                                          "-imacros",
                                                          "-isystem",
                                                          "-iquote",
                                                          "-idirafter",
                                                          "-iprefix",
                                                          "-iwithprefix",
                                                          "-iwithprefixbefore",
                                                          "-isysroot",
                                                          "-imultilib",
                                                          "-MF",
                                                          "-MT",
                                                          "-MQ",
                                                          "-Xclang",
                                                          "-Xlinker",
                                                          "-Xassembler",
                                                          "-Xpreprocessor",
                                                          "-arch",
                                                          "-target",
                                                          "--param",
                                                          "-aux-info",
                                                          "-dumpbase",
                                                          "-dumpdir",
                                                          "-dumpbase-ext",
                                                          "-include-pch",
                                                          "-MJ",
                                                          "-wrapper"};

constexpr std::array<std::string_view, 7> kSourceEndings = {".cc", ".cpp", ".cxx", ".c++", ".C", ".CPP", ".cp"};
constexpr std::array<std::string_view, 6> kLaunchers = {"ccache", "sccache",    "distcc",
                                                        "icecc",  "buildcache", "firebuild"};

bool Contains(const auto& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool EndsLikeSource(const std::string& path) {
  return Contains(kSourceEndings, std::filesystem::path(path).extension().string());
}

Arguments ExpandResponseFiles(const Arguments& argv) {
  const bool any =
      std::any_of(argv.begin(), argv.end(), [](const std::string& a) { return a.size() > 1 && a[0] == '@'; });
  if (!any) return argv;
  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver(allocator);
  llvm::SmallVector<const char*, 64> expanded;
  for (const std::string& argument : argv) expanded.push_back(saver.save(argument).data());
  llvm::cl::ExpandResponseFiles(saver, llvm::cl::TokenizeGNUCommandLine, expanded);
  return Arguments(expanded.begin(), expanded.end());
}

// Whether the argument at *i is `option` with a value, joined or next; then *i is at its last argument.
bool ValueOf(const Arguments& arguments, std::size_t* i, std::string_view option, std::string* value) {
  const std::string& argument = arguments[*i];
  if (argument == option) {
    if (*i + 1 >= arguments.size()) return false;
    *value = arguments[++*i];
    return true;
  }
  if (argument.rfind(option, 0) != 0) return false;
  *value = argument.substr(option.size());
  return true;
}

// `-Wp,-MD,FILE` as the driver's own `-MD -MF FILE`: the file's target is then the output, whatever the source is
// called.
Arguments WithoutPreprocessorDepfile(const Arguments& all) {
  Arguments out;
  for (const std::string& argument : all) {
    const std::size_t option = argument.rfind("-Wp,-MD,", 0) == 0 ? 8 : argument.rfind("-Wp,-MMD,", 0) == 0 ? 9 : 0;
    if (option == 0) {
      out.push_back(argument);
    } else {
      out.insert(out.end(), {option == 8 ? "-MD" : "-MMD", "-MF", argument.substr(option)});
    }
  }
  return out;
}

bool Has(const std::vector<std::size_t>& indices, std::size_t i) {
  return std::find(indices.begin(), indices.end(), i) != indices.end();
}

// How many words stand in front of the compiler: caches and distributors with their KEY=VALUE settings, `env`, `cmake
// -E env`, `nice`, `time`.
std::size_t FirstOfCompiler(const Arguments& all) {
  const auto is_setting = [&](std::size_t i) {
    return i < all.size() && (all[i].rfind("--unset=", 0) == 0 || all[i].rfind("--modify", 0) == 0 ||
                              (all[i].find('=') != std::string::npos && all[i][0] != '-' && all[i][0] != '/'));
  };
  std::size_t i = 0;
  while (i < all.size()) {
    const std::string name = std::filesystem::path(all[i]).filename().string();
    if (name == "cmake" && i + 2 < all.size() && all[i + 1] == "-E" && (all[i + 2] == "env" || all[i + 2] == "time")) {
      i += 3;
    } else if (name == "nice") {
      i += i + 2 < all.size() && all[i + 1] == "-n" ? 3 : 1;
    } else if (name == "env" || name == "time" || Contains(kLaunchers, name)) {
      ++i;
    } else {
      break;
    }
    while (is_setting(i)) ++i;
    if (i < all.size() && all[i] == "--") ++i;
  }
  return i;
}

}  // namespace

bool ReadCompileCommand(const Arguments& argv, CompileCommand* command) {
  *command = CompileCommand();
  const Arguments all = WithoutPreprocessorDepfile(ExpandResponseFiles(argv));
  const std::size_t first = FirstOfCompiler(all);
  command->launchers.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(first));
  if (first >= all.size()) return false;
  command->compiler = all[first];
  command->arguments.assign(all.begin() + static_cast<std::ptrdiff_t>(first) + 1, all.end());

  const Arguments& arguments = command->arguments;
  bool compiles = false;
  std::string language;  // the last -x before a source
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "-c" || argument == "-S") {
      compiles = true;
    } else if (argument == "-E" || argument == "-M" || argument == "-MM" || argument == "-fsyntax-only" ||
               argument == "-" || argument == "--precompile" || argument == "-emit-pch") {
      return false;
    } else if (argument == "-MD" || argument == "-MMD") {
      command->writes_depfile = true;
    } else if (ValueOf(arguments, &i, "-MF", &command->depfile) || ValueOf(arguments, &i, "-x", &language)) {
      // taken
    } else if (argument == "-o" && i + 1 < arguments.size()) {
      command->output = arguments[++i];
    } else if (argument.rfind("-o", 0) == 0 && argument.size() > 2) {
      command->output = argument.substr(2);
    } else if (Contains(kTakesValue, argument)) {
      ++i;
    } else if (argument.empty() || argument[0] != '-') {
      const bool cxx = language.empty() || language == "none" ? EndsLikeSource(argument) : language == "c++";
      (cxx ? command->sources : command->others).push_back(i);
    }
  }
  // One output of several inputs: the compiler refuses that, and says so.
  const bool one_of_many = !command->output.empty() && command->sources.size() + command->others.size() > 1;
  return compiles && !command->sources.empty() && !one_of_many;
}

Arguments ForTheOthers(const CompileCommand& command) {
  if (command.others.empty()) return {};
  Arguments out = command.launchers;
  out.push_back(command.compiler);
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    if (!Has(command.sources, i)) out.push_back(command.arguments[i]);
  }
  return out;
}

CompileCommand ForOneSource(const CompileCommand& command, std::size_t index) {
  CompileCommand one = command;
  one.sources.clear();
  one.others.clear();
  one.arguments.clear();
  bool assembly = false;
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const bool other = (i != command.sources[index] && Has(command.sources, i)) || Has(command.others, i);
    if (other) continue;
    if (i == command.sources[index]) one.sources.push_back(one.arguments.size());
    if (command.arguments[i] == "-S") assembly = true;
    one.arguments.push_back(command.arguments[i]);
  }
  const std::filesystem::path source = command.arguments[command.sources[index]];
  if (one.output.empty()) {
    one.output = source.stem().string() + (assembly ? ".s" : ".o");
    one.arguments.insert(one.arguments.end(), {"-o", one.output});
  }
  if (one.writes_depfile && one.depfile.empty()) {
    // GCC: the -o name with `.d` for its suffix, in its folder.
    one.depfile = std::filesystem::path(one.output).replace_extension(".d").string();
    one.arguments.insert(one.arguments.end(), {"-MF", one.depfile});
  }
  return one;
}

Arguments WithSource(const CompileCommand& command, const std::string& source) {
  Arguments out = command.launchers;
  out.push_back(command.compiler);
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    out.push_back(i == command.sources.front() ? source : command.arguments[i]);
  }
  return out;
}

Arguments MeaningArguments(const CompileCommand& command) {
  constexpr std::array<std::string_view, 6> kDropWithValue = {"-o", "-MF", "-MT", "-MQ", "-MJ", "-wrapper"};
  Arguments out;
  for (std::size_t i = 0; i < command.arguments.size(); ++i) {
    const std::string& argument = command.arguments[i];
    if (Contains(kDropWithValue, argument)) {
      ++i;
      continue;
    }
    const bool output = argument == "-c" || argument == "-S" || argument.rfind("-M", 0) == 0 ||
                        argument.rfind("-save-temps", 0) == 0 ||
                        (argument.rfind("-o", 0) == 0 && argument != "-openmp");
    if (!output) {
      out.push_back(argument);
      if (Contains(kTakesValue, argument) && i + 1 < command.arguments.size()) out.push_back(command.arguments[++i]);
    }
  }
  return out;
}

}  // namespace spansmith::generator
