// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The spansmith tool: subcommands only. This is the program spansmith-clang, which `spansmith` (front.cc) becomes.

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "generator/diagnostics/diagnostic.h"
#include "generator/files/whole_file.h"
#include "generator/frontend/compile_database.h"
#include "generator/launch/launch.h"
#include "generator/one_definition/program.h"
#include "generator/report/summary.h"
#include "generator/rewrite/rewrite.h"
#include "generator/rulefile/load.h"
#include "generator/rulefile/nearest.h"
#include "generator/rulefile/schema.h"
#include "generator/rulefile/usage.h"
#include "generator/tool_files.h"

namespace spansmith::generator {
namespace {

constexpr char kUsage[] =
    R"(spansmith puts OpenTelemetry spans into annotated C++ functions while they are compiled.

  spansmith cc [options] -- <compiler> <arguments>   compile, rewriting what is annotated (a compiler launcher)
  spansmith rewrite [--diff] [options] -p BUILD FILE  print the rewritten file and its headers' copies, or
                                                     what would change in them
  spansmith report [PATH]                            a summary of the spansmith-report.json of a build: what has a
                                                     span, what has none and why
  spansmith list [--left-out] [PATH]                 every function that has a span; or has none, and why
  spansmith check [PATH]                             annotated functions that got no span; exit code 1 if there are any
  spansmith check --rules FILE                       whether a rule file is right; exit code 1 if it is not
  spansmith check --report FILE [options] -- OBJECTS  the step at the end of a target's build: makes its report, and
                                                     warns of rules that matched nothing
  spansmith check --program NAME --objects FILE -p BUILD  the step behind a program of several targets: warns of headers
                                                     that have spans in some of them and none in others
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
  --objects FILE     OBJECTS by a file that has one a line
PATH is a report or a folder with reports somewhere below it; the current folder if not given.

exit codes: cc: the compiler's, or 1 for an annotation error; rewrite: 0, 1 for an annotation error; 2: wrong usage.
)";

int Wrong(const std::string& what) {
  std::cerr << "spansmith: " << what << (what.back() == '?' ? " " : "; ") << "see `spansmith --help`\n";
  return 2;
}

struct Options {
  RewriteOptions rewrite;
  std::string target;
  std::string build;
  std::string file;
  std::string report;
  std::string objects;
  std::string program;
  bool diff = false;
  bool left_out = false;
  Arguments rest;  // behind `--`
};

// Empty: read; else what is wrong.
std::string Read(const Arguments& arguments, Options* options) {
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    const bool value = TakesValue(argument) || argument == "--target" || argument == "-p" || argument == "--report" ||
                       argument == "--objects" || argument == "--program";
    if (value && i + 1 >= arguments.size()) return "`" + argument + "` needs a value";
    if (argument == "--") {
      options->rest.assign(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, arguments.end());
      break;
    }
    if (ReadOption(arguments, &i, &options->rewrite)) continue;
    if (argument == "--target") {
      options->target = arguments[++i];
    } else if (argument == "--report") {
      options->report = arguments[++i];
    } else if (argument == "--objects") {
      options->objects = arguments[++i];
    } else if (argument == "--program") {
      options->program = arguments[++i];
    } else if (argument == "--left-out") {
      options->left_out = true;
    } else if (argument == "-p") {
      options->build = arguments[++i];
    } else if (argument == "--diff") {
      options->diff = true;
    } else if (argument.empty() || argument[0] == '-') {
      return "unknown option `" + argument + "`" +
             DidYouMean(argument, {"--scope", "--target", "--ok-on-success", "--rules", "--project", "--no-annotations",
                                   "--strict", "--objects", "--report", "--program", "--diff", "--left-out"});
    } else if (options->file.empty()) {
      options->file = argument;
    } else {
      return "one FILE at a time: `" + argument + "` is a second";
    }
  }
  if (options->rewrite.scope.empty()) options->rewrite.scope = options->target;
  return {};
}

int Cc(const Options& options, const ToolFiles& tools) {
  if (options.rest.empty()) return Wrong("cc: expected `-- <compiler> <arguments>`");
  if (!options.file.empty()) return Wrong("cc: unexpected `" + options.file + "` before `--`");
  return Launch(options.rest, options.rewrite, {tools.front, tools.clang}, Rewrite).value_or(1);
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

// The end of a target's build: the fragments beside its objects become its report, and together know which rules
// matched nothing.
int EndOfTarget(const Options& options) {
  const RuleFile rules = LoadRuleFiles(options.rewrite.rules);
  Print(rules.diagnostics);
  if (!rules.diagnostics.empty()) return 1;
  if (options.rest.empty() && options.objects.empty() && options.report.empty()) return 0;  // the rules alone
  Arguments objects = options.rest;
  if (!options.objects.empty()) {
    std::ifstream list(options.objects);
    if (!list) return Wrong("check: cannot read " + options.objects);
    for (std::string line; std::getline(list, line);) {
      const std::string ending = std::filesystem::path(line).extension().string();
      if (!line.empty() && ending != ".gch" && ending != ".pch")
        objects.push_back(line);  // CMake counts them as objects
    }
  }
  std::vector<ObjectFragment> fragments;
  std::vector<std::string> usages;
  for (const std::string& object : objects) {
    std::string text;
    const bool there = ReadFile(FragmentOf(object), &text);
    const std::optional<SourceReport> source = there ? ReadFragment(text) : std::nullopt;
    if (source && !source->usage.empty()) usages.push_back(source->usage);
    fragments.push_back({object, there ? std::optional(std::move(text)) : std::nullopt});
  }
  const std::string target = options.target.empty() ? "(unnamed)" : options.target;
  Print(UnusedRules(rules.rules, usages, target));
  std::string reason;
  if (options.report.empty() || WriteIfChanged(options.report, ReportText(MergeFragments(target, fragments)), &reason))
    return 0;
  std::cerr << "spansmith: cannot write " << options.report << ": " << reason << "\n";
  return 1;
}

// A program of several targets has been linked: what is defined twice in it, once with a span.
int EndOfProgram(const Options& options) {
  std::string parts;
  if (!ReadFile(options.objects, &parts)) return Wrong("check: cannot read `" + options.objects + "`, see --objects");
  Print(TwoDefinitions(options.program, ReadParts(parts), options.build));
  return 0;
}

int OfReports(const std::string& subcommand, const Options& options) {
  if (subcommand == "check" && !options.program.empty()) return EndOfProgram(options);
  const bool end =
      !options.rest.empty() || !options.objects.empty() || !options.report.empty() || !options.rewrite.rules.empty();
  if (subcommand == "check" && end) return EndOfTarget(options);
  std::string problem;
  const std::vector<TargetReport> reports = FindReports(options.file.empty() ? "." : options.file, &problem);
  if (!problem.empty()) std::cerr << "spansmith: " << problem << "\n";
  if (subcommand == "report") std::cout << Summary(reports);
  if (subcommand == "list") std::cout << Listing(reports, options.left_out);
  const std::string missing = subcommand == "check" ? WithoutSpan(reports) : "";
  std::cout << missing;
  return problem.empty() && missing.empty() ? 0 : 1;
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

int Main(const Arguments& arguments, const ToolFiles& tools) {
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
  const bool known = subcommand == "cc" || subcommand == "rewrite" || subcommand == "check" || subcommand == "report" ||
                     subcommand == "list";
  if (!known) {
    return Wrong(subcommand.empty() ? "expected a subcommand"
                                    : "unknown subcommand `" + subcommand + "`" +
                                          DidYouMean(subcommand, {"cc", "rewrite", "report", "list", "check", "explain",
                                                                  "schema", "version"}));
  }
  Options options;
  const std::string problem = Read(arguments, &options);
  if (!problem.empty()) return Wrong(subcommand + ": " + problem);
  if (subcommand == "check" || subcommand == "report" || subcommand == "list") return OfReports(subcommand, options);
  return subcommand == "cc" ? Cc(options, tools) : RewriteFile(options);
}

// A parse takes 30 to 100 MB and gives little back: the heap is made as large at once, in huge pages where the kernel
// has them for who asks. Else a tenth of its time goes into page faults.
void ReserveHeap() {
#ifdef __GLIBC__
  constexpr std::uintptr_t kHeap = std::uintptr_t{128} << 20;
  constexpr std::uintptr_t kHugePage = std::uintptr_t{2} << 20;
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, kHeap);
  mallopt(M_TOP_PAD, kHeap);
  void* first = malloc(kHugePage);  // where the heap ends now
  const auto begin = (reinterpret_cast<std::uintptr_t>(first) + kHugePage - 1) / kHugePage * kHugePage;
  const auto end = reinterpret_cast<std::uintptr_t>(sbrk(0));
  free(first);
  if (end > begin) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);  // or not: it is no matter
#endif
}

}  // namespace
}  // namespace spansmith::generator

int main(int argc, char** argv) {
  spansmith::generator::ReserveHeap();
  const spansmith::generator::Arguments arguments(argv + 1, argv + argc);
  return spansmith::generator::Main(arguments, spansmith::generator::FilesOfClang(argv[0]));
}
