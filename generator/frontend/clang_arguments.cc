// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/clang_arguments.h"

#include <llvm/TargetParser/Host.h>
#include <llvm/TargetParser/Triple.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

#include "generator/clang_compat/driver_options.h"
#include "generator/clang_compat/standard_name.h"
#include "generator/frontend/builtin_headers.h"
#include "generator/invocation/forced_includes.h"

namespace spansmith::generator {
namespace {

// Says nothing of what the source means, or has no sense without the real compiler's back end.
bool IsIrrelevant(const llvm::opt::Option& option) {
  constexpr std::array groups = {options::OPT_W_Group, options::OPT_M_Group, options::OPT_g_Group,
                                 options::OPT_Link_Group, options::OPT_pedantic_Group};
  if (std::any_of(groups.begin(), groups.end(), [&](auto group) { return option.matches(group); })) return true;
  constexpr std::array single = {options::OPT_c,
                                 options::OPT_S,
                                 options::OPT_o,
                                 options::OPT_w,
                                 options::OPT_v,
                                 options::OPT_pipe,
                                 options::OPT_coverage,
                                 options::OPT_save_temps,
                                 options::OPT_save_temps_EQ,
                                 options::OPT_flto,
                                 options::OPT_flto_EQ,
                                 options::OPT_fprofile_arcs,
                                 options::OPT_ftest_coverage,
                                 options::OPT_fcoverage_mapping,
                                 options::OPT_fprofile_generate,
                                 options::OPT_shared};
  return std::any_of(single.begin(), single.end(), [&](auto id) { return option.matches(id); });
}

bool IsSearchDirectory(const llvm::opt::Option& option) {
  return option.matches(options::OPT_I) || option.matches(options::OPT_isystem) ||
         option.matches(options::OPT_idirafter) || option.matches(options::OPT_cxx_isystem);
}

// The vendor is of no interest: Debian's GCC says x86_64-linux-gnu, its Clang x86_64-pc-linux-gnu.
bool IsAnotherMachine(const std::string& target) {
  if (target.empty()) return false;
  const llvm::Triple theirs(llvm::Triple::normalize(target));
  const llvm::Triple ours(llvm::sys::getDefaultTargetTriple());
  return theirs.getArch() != ours.getArch() || theirs.getSubArch() != ours.getSubArch() ||
         theirs.getOS() != ours.getOS() || theirs.getEnvironment() != ours.getEnvironment();
}

bool IsAmong(const std::string& directory, const Arguments& directories) {
  return std::any_of(directories.begin(), directories.end(), [&](const std::string& other) {
    std::error_code error;
    return directory == other || std::filesystem::equivalent(directory, other, error);
  });
}

// Options by their beginning that say nothing of what the source means to a parser, in forms that Clang refuses.
bool IsRefusedInSomeForm(const std::string& text) {
  constexpr std::array<std::string_view, 8> beginnings = {"-fsanitize=",   "-fno-sanitize",   "-fprofile-",
                                                          "-fdiagnostics", "-finput-charset", "-fcf-protection",
                                                          "-fstack-",      "-fplugin"};
  constexpr std::array<std::string_view, 5> whole = {"-p", "-pg", "-C", "-CC", "-fdirectives-only"};
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view b) { return text.rfind(b, 0) == 0; }) ||
         std::find(whole.begin(), whole.end(), text) != whole.end();
}

}  // namespace

Arguments ClangArguments(const CompileCommand& command, const Arguments& search_directories, const std::string& target,
                         Arguments* unknown) {
  // A precompiled header holds the annotation macros as the compiler saw them, which is empty.
  const Arguments meaning = AsText(MeaningArguments(command), true);
  std::vector<const char*> raw;
  for (const std::string& argument : meaning) raw.push_back(argument.c_str());
  const llvm::opt::InputArgList parsed = ParseDriverArguments(raw);

  Arguments out = {"clang++", "-fsyntax-only", kGeneratorMacro, "-resource-dir",      SPANSMITH_CLANG_RESOURCE_DIR,
                   "-w",      "-nostdinc",     "-nostdinc++",   "-fno-spell-checking"};
  if (IsAnotherMachine(target)) out.push_back("--target=" + target);
  Arguments user_directories;
  for (const llvm::opt::Arg* argument : parsed) {
    if (argument->getOption().matches(options::OPT_UNKNOWN)) {
      unknown->push_back(argument->getAsString(parsed));
      continue;
    }
    if (IsIrrelevant(argument->getOption()) || IsRefusedInSomeForm(argument->getAsString(parsed))) continue;
    if (argument->getOption().matches(options::OPT_I)) user_directories.push_back(argument->getValue());
    if (!search_directories.empty() && IsSearchDirectory(argument->getOption())) continue;
    llvm::opt::ArgStringList rendered;
    argument->render(parsed, rendered);
    for (const char* text : rendered) out.push_back(KnownToClang(text));
  }
  // All directories from the compiler's own list, in its order: given twice, as -I and -isystem, Clang would drop the
  // former. Those of -I come first; one of them that the compiler has elsewhere it has made a system directory.
  bool builtin_headers = false;
  bool system = false;
  Arguments own;
  for (const std::string& directory : search_directories) {
    const bool builtin = IsBuiltinHeaders(directory);
    if (builtin) own.push_back(directory);
    if (builtin && builtin_headers) continue;
    builtin_headers = builtin_headers || builtin;
    system = system || builtin || !IsAmong(directory, user_directories);
    out.emplace_back(system ? "-isystem" : "-I");
    out.push_back(builtin ? std::string(SPANSMITH_CLANG_RESOURCE_DIR "/include") : directory);
  }
  // Behind all others: what the compiler has there and Clang has not (omp.h, quadmath.h, gcov.h).
  for (const std::string& directory : own) {
    out.emplace_back("-isystem");
    out.push_back(directory);
  }
  return out;
}

}  // namespace spansmith::generator
