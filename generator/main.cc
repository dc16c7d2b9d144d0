// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The spansmith tool: subcommands only.

#include <llvm/Support/FileSystem.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "generator/diagnostics/diagnostic.h"
#include "generator/frontend/compile_database.h"
#include "generator/launch/launch.h"
#include "generator/rulefile/load.h"
#include "generator/rulefile/schema.h"
#include "generator/rulefile/usage.h"

namespace spansmith::generator {
namespace {

constexpr char kUsage[] =
    R"(spansmith puts OpenTelemetry spans into annotated C++ functions while they are compiled.

  spansmith cc [options] -- <compiler> <arguments>   compile, rewriting what is annotated (a compiler launcher)
  spansmith rewrite [--diff] [options] -p BUILD FILE  print the rewritten file and its headers' copies, or
                                                     what would change in them
  spansmith check --rules FILE... -- OBJECTS         warn of rules that matched nothing in a target
  spansmith explain SMNNN                            what a message means
  spansmith schema                                   the JSON schema of rule files
  spansmith version

options:
  --scope NAME       the tracer's name where no SPANSMITH_SCOPE holds
  --target NAME      the CMake target, for messages; also the scope if --scope is not given
  --ok-on-success    a span without an error ends with status Ok, rather than Unset
  --rules FILE       a rule file (docs/rules.md); may be given several times
  --project DIR      what the paths in rule files are relative to; the current folder if not given
  --no-annotations   annotations stay empty: rules alone say what has a span
  --strict           what Clang cannot parse is an error, not a warning
  -p BUILD           the folder that holds compile_commands.json

exit codes: cc: the compiler's, or 1 for an annotation error; rewrite: 0, 1 for an annotation error; 2: wrong usage.
)";

int Wrong(const std::string& what) {
  std::cerr << "spansmith: " << what << "; see `spansmith --help`\n";
  return 2;
}

struct Options {
  RewriteOptions rewrite;
  std::string target;
  std::string build;
  std::string file;
  bool diff = false;
  Arguments rest;  // behind `--`
};

// Empty: read; else what is wrong.
std::string Read(const Arguments& arguments, Options* options) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool value = TakesValue(argument) || argument == "--target" || argument == "-p";
    if (value && i + 1 >= arguments.size()) return "`" + argument + "` needs a value";
    if (argument == "--") {
      options->rest.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      break;
    }
    if (ReadOption(arguments, &i, &options->rewrite)) continue;
    if (argument == "--target") {
      options->target = arguments[++i];
    } else if (argument == "-p") {
      options->build = arguments[++i];
    } else if (argument == "--diff") {
      options->diff = true;
    } else if (argument.empty() || argument[0] == '-') {
      return "unknown option `" + argument + "`";
    } else if (options->file.empty()) {
      options->file = argument;
    } else {
      return "one FILE at a time: `" + argument + "` is a second";
    }
  }
  if (options->rewrite.scope.empty()) options->rewrite.scope = options->target;
  return {};
}

int Cc(const Options& options, const std::string& tool) {
  if (options.rest.empty()) return Wrong("cc: expected `-- <compiler> <arguments>`");
  if (!options.file.empty()) return Wrong("cc: unexpected `" + options.file + "` before `--`");
  return Launch(options.rest, options.rewrite, tool);
}

// What `diff -u` says of two texts; its exit code, 1 if they differ.
int DiffOf(const std::string& name, const std::string& original, const std::string& text) {
  std::string pattern = (std::filesystem::temp_directory_path() / "spansmith-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return Wrong("cannot make a temporary folder at " + pattern);
  const std::filesystem::path folder = pattern;
  std::ofstream(folder / "original", std::ios::binary) << original;
  std::ofstream(folder / "rewritten", std::ios::binary) << text;
  const int code = Run({"diff", "-u", "--label", name, "--label", name + " (instrumented)",
                        (folder / "original").string(), (folder / "rewritten").string()});
  std::filesystem::remove_all(folder);
  return code;
}

// The source, then the headers of which it gets a copy.
int Diff(const Rewritten& rewritten) {
  int code = DiffOf(rewritten.source, rewritten.original, rewritten.text);
  for (const RewrittenHeader& header : rewritten.headers) {
    if (code > 1) break;
    code = DiffOf(header.name, header.original, header.text);
  }
  return code > 1 ? code : 0;
}

void PrintRewritten(const Rewritten& rewritten) {
  std::cout << rewritten.text;
  for (const RewrittenHeader& header : rewritten.headers) {
    std::cout << "\n// ==== " << header.path << "\n" << header.text;
  }
}

// The options with which the entry's file was last built; false: it was not, or not rewritten.
bool OptionsOfBuild(const DatabaseCommand& entry, const CompileCommand& command, RewriteOptions* options) {
  std::ifstream made(std::filesystem::path(entry.folder) / CopyOf(ForOneSource(command, 0)));
  std::string first_line;
  return std::getline(made, first_line) && ReadOriginLine(first_line, options);
}

int RewriteFile(const Options& options) {
  if (options.file.empty()) return Wrong("rewrite: expected a FILE");
  if (options.build.empty()) return Wrong("rewrite: expected `-p BUILD`, the folder that holds compile_commands.json");
  std::string problem;
  const std::vector<DatabaseCommand> commands = CommandsFor(options.build, options.file, &problem);
  if (commands.empty()) {
    std::cerr << "spansmith: " << problem << "\n";
    return 1;
  }
  // Of several targets that compile it, one in which it was rewritten: its copy has the build's own options, where
  // compile_commands.json has the compiler's command alone.
  const auto built = std::find_if(commands.begin(), commands.end(), [](const DatabaseCommand& entry) {
    RewriteOptions ignored;
    CompileCommand command;
    return ReadCompileCommand(entry.arguments, &command) && OptionsOfBuild(entry, command, &ignored);
  });
  std::vector<DatabaseCommand> order = commands;
  if (built != commands.end()) std::rotate(order.begin(), order.begin() + (built - commands.begin()), order.end());
  for (const DatabaseCommand& entry : order) {
    CompileCommand command;
    if (!ReadCompileCommand(entry.arguments, &command)) continue;
    RewriteOptions rewrite = options.rewrite;
    if (ToArguments(rewrite).empty()) OptionsOfBuild(entry, command, &rewrite);
    std::error_code error;
    std::filesystem::current_path(entry.folder, error);
    const CompileCommand one = ForOneSource(command, 0);
    const Rewritten rewritten = Rewrite(one, rewrite, CopyOf(one));
    Print(rewritten.diagnostics);
    if (rewritten.outcome == Outcome::kRefused) return 1;
    if (rewritten.outcome != Outcome::kRewritten) {
      std::cerr << "spansmith: " << options.file << ": no annotated function; nothing would change\n";
      return 0;
    }
    if (options.diff) return Diff(rewritten);
    PrintRewritten(rewritten);
    return 0;
  }
  std::cerr << "spansmith: " << options.file << ": its command in " << options.build << " does not compile C++\n";
  return 1;
}

// At the end of a target's build: the fragments beside its objects together know which rules matched nothing.
int Check(const Options& options) {
  if (options.rewrite.rules.empty()) return Wrong("check: expected `--rules FILE`");
  const RuleFile rules = LoadRuleFiles(options.rewrite.rules);
  Print(rules.diagnostics);
  if (!rules.diagnostics.empty()) return 1;
  std::vector<std::string> fragments;
  for (const std::string& object : options.rest) {
    std::ifstream stream(UsageOf(object), std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    if (stream) fragments.push_back(text.str());  // none beside what is not C++
  }
  Print(UnusedRules(rules.rules, fragments, options.target.empty() ? "(unnamed)" : options.target));
  return 0;
}

int Explain(const Arguments& arguments) {
  for (const CatalogRow& row : Catalog()) {
    if (arguments.size() > 1 && arguments[1] != Code(row.number)) continue;
    std::cout << Code(row.number) << " (" << (row.severity == Severity::kError ? "error" : "warning")
              << "): " << row.text << "\n";
    if (arguments.size() > 1) return 0;
  }
  if (arguments.size() == 1) return 0;
  return Wrong("explain: no message `" + arguments[1] + "`; `spansmith explain` lists them");
}

int Main(const Arguments& arguments, const std::string& tool) {
  const std::string subcommand = arguments.empty() ? "" : arguments.front();
  if (subcommand == "--help" || subcommand == "-h" || subcommand == "help") {
    std::cout << kUsage;
    return 0;
  }
  if (subcommand == "version" || subcommand == "--version") {
    std::cout << "spansmith " SPANSMITH_VERSION " (Clang " SPANSMITH_CLANG_VERSION ")\n";
    return 0;
  }
  if (subcommand == "explain") return Explain(arguments);
  if (subcommand == "schema") {
    std::cout << RuleSchema();
    return 0;
  }
  if (subcommand != "cc" && subcommand != "rewrite" && subcommand != "check") {
    return Wrong(subcommand.empty() ? "expected a subcommand" : "unknown subcommand `" + subcommand + "`");
  }
  Options options;
  const std::string problem = Read(arguments, &options);
  if (!problem.empty()) return Wrong(subcommand + ": " + problem);
  if (subcommand == "check") return Check(options);
  return subcommand == "cc" ? Cc(options, tool) : RewriteFile(options);
}

}  // namespace
}  // namespace spansmith::generator

int main(int argc, char** argv) {
  const spansmith::generator::Arguments arguments(argv + 1, argv + argc);
  const std::string tool = llvm::sys::fs::getMainExecutable(argv[0], reinterpret_cast<void*>(&main));
  return spansmith::generator::Main(arguments, tool);
}
