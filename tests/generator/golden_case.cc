// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "golden_case.h"

#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "golden_text.h"

namespace spansmith::golden {
namespace {

namespace fs = std::filesystem;

std::string Quote(const std::string& word) { return "'" + ReplaceAll(word, "'", "'\\''") + "'"; }

// Runs a shell command in a folder; standard output and error apart.
int Shell(const std::string& folder, const std::string& command, const std::string& out, const std::string& err) {
  const int status = std::system(
      ("cd " + Quote(folder) + " && " + command + " >" + Quote(out) + " 2>" + Quote(err) + " </dev/null").c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

bool IsClang(const std::string& compiler) { return compiler.find("clang") != std::string::npos; }

// All but the two that ask for C++98: injected text is C++11.
std::string AllWarnings(const std::string& compiler) {
  return IsClang(compiler)
             ? "-Weverything -Wno-c++98-compat -Wno-c++98-compat-pedantic -fno-caret-diagnostics"
             : "-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wuseless-cast -Wcast-qual "
               "-Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wnull-dereference -Wnoexcept "
               "-Wextra-semi -Wzero-as-null-pointer-constant -Wredundant-decls -Wunused "
               "-fno-diagnostics-show-caret";
}

class Builder {
 public:
  Builder(const Case& test, std::string compiler, std::string work)
      : test_(test), compiler_(std::move(compiler)), work_(std::move(work)) {}

  std::string Path(const std::string& name) const { return work_ + "/" + name; }

  Compiled Compile(bool instrumented, const std::string& warnings, const std::string& object) const {
    return Compile(instrumented ? Tool("cc") + (test_.annotations ? "" : "--no-annotations ") + Rules() : "", warnings,
                   object);
  }

  // With the case's annotations, and without its rules.
  Compiled CompileAnnotations(const std::string& warnings, const std::string& object) const {
    return Compile(Tool("cc"), warnings, object);
  }

  std::string CheckRules(const std::string& object) const {
    if (test_.rules.empty()) return "";
    const std::string command = Tool("check") + Rules() + "-- " + Quote(Path(object));
    const int code = Shell(test_.folder, command, Path("check.out"), Path("check.err"));
    return ReadFile(Path("check.err")) + (code == 0 ? "" : "EXIT CODE " + std::to_string(code) + "\n");
  }

  std::string Tool(const std::string& subcommand) const {
    const char* other = std::getenv("SPANSMITH_GOLDEN_TOOL");  // one built with another LLVM (scripts/llvm)
    return Quote(other != nullptr ? other : GOLDEN_TOOL) + " " + subcommand + " --target golden " +
           (test_.flags.find("--strict") != std::string::npos ? "--strict " : "");
  }

  std::string Rules() const {
    std::string out;
    for (const std::string& file : test_.rules) out += "--rules " + Quote(file) + " ";
    return out;
  }

  // `tool`: what stands before the compiler, without `--`.
  Compiled Compile(const std::string& tool, const std::string& warnings, const std::string& object) const {
    const std::string launcher = tool.empty() ? "" : tool + "-- ";
    const std::string command = launcher + Quote(compiler_) + " " + ReplaceAll(test_.flags, "--strict", "") + " " +
                                GOLDEN_CXX_FLAGS + " " + warnings + " " + GOLDEN_INCLUDES + " -c input.cc -o " +
                                Quote(Path(object));
    Compiled out;
    out.code = Shell(test_.folder, command, Path("compile.out"), Path("compile.err"));
    out.messages = ReplaceAll(ReadFile(Path("compile.err")), test_.folder, "<case>");
    out.messages = ReplaceAll(out.messages, work_, "<work>");
    return out;
  }

  // A text without the names of our folders, nor the hashes that depend on them.
  std::string Portable(const std::string& text) const {
    return WithoutHashes(ReplaceAll(ReplaceAll(text, work_, "<work>"), test_.folder, "<case>"));
  }

  // All copies of headers that stand in the working folder.
  std::string Headers() const {
    std::vector<std::string> copies;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(Path("spansmith-headers"), none)) {
      copies.push_back(Portable("==== spansmith-headers/" + entry.path().filename().string() + "\n" +
                                ReadFile(entry.path().string())));
    }
    std::sort(copies.begin(), copies.end());
    std::string out;
    for (const std::string& copy : copies) out += copy;
    return out;
  }

  // A function a line.
  std::string Report(const std::string& object) const {
    const std::string text = ReadFile(Path(object + ".spansmith.json"));
    const std::size_t begin = text.find("\"functions\":[");
    if (begin == std::string::npos) return "";
    return Portable(
               ReplaceAll(text.substr(begin, text.find(']', begin) + 1 - begin), "{\"function\"", "\n{\"function\"")) +
           "\n";
  }

  // The program's standard output; a build or run that fails is its text.
  std::string LinkAndRun(const std::string& object, const std::string& main, const std::string& libraries) const {
    const std::string program = Path(object + ".program");
    const std::string command = Quote(compiler_) + " " + GOLDEN_CXX_FLAGS + " -o " + Quote(program) + " " +
                                Quote(Path(object)) + " " + Quote(main) + " " + libraries + " " + test_.libraries;
    if (Shell(work_, command, Path("link.out"), Path("link.err")) != 0)
      return "LINK FAILED\n" + ReadFile(Path("link.err"));
    const int code = Shell(work_, Quote(program), Path("run.out"), Path("run.err"));
    const std::string errors = ReadFile(Path("run.err"));
    return ReadFile(Path("run.out")) + (code == 0 ? "" : "EXIT CODE " + std::to_string(code) + "\n") +
           (errors.empty() ? "" : "STANDARD ERROR\n" + errors);
  }

 private:
  const Case& test_;
  std::string compiler_;
  std::string work_;
};

std::string Directive(const std::string& text, const std::string& name) {
  const std::string mark = "// " + name + ": ";
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? "" : text.substr(at + mark.size(), text.find('\n', at) - at - mark.size());
}

}  // namespace

std::vector<Case> FindCases(const std::string& root) {
  std::vector<Case> out;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().filename() != "input.cc") continue;
    const std::string text = ReadFile(entry.path().string());
    Case test;
    test.folder = entry.path().parent_path().string();
    test.name = fs::relative(test.folder, root).string();
    const std::string flags = Directive(text, "flags");
    if (!flags.empty()) test.flags = flags;
    test.output = Directive(text, "output");
    test.gxx_only = Directive(text, "compilers") == "g++";
    test.clang_only = Directive(text, "compilers") == "clang++";
    test.report = Directive(text, "report") == "compared";
    test.annotations = Directive(text, "annotations") != "off";
    test.same_spans = Directive(text, "same-spans") == "annotations";
    for (const fs::directory_entry& beside : fs::directory_iterator(test.folder)) {
      if (beside.path().extension() == ".yaml") test.rules.push_back(beside.path().filename().string());
    }
    std::sort(test.rules.begin(), test.rules.end());
    const std::string pack = Directive(text, "packs");
    if (!pack.empty()) test.rules.push_back(std::string(GOLDEN_PACKS) + "/" + pack + "/rules.yaml");
    test.libraries = Directive(text, "libraries");
    test.runs = text.find("void Run()") != std::string::npos;
    out.push_back(std::move(test));
  }
  std::sort(out.begin(), out.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return out;
}

CaseRun Build(const Case& test, const std::string& compiler, const std::string& work) {
  fs::remove_all(work);
  fs::create_directories(work);
  const Builder builder(test, compiler, work);
  const std::string strict = "-Wall -Wextra -Wshadow -Wconversion -Werror";
  const std::string object = test.output.empty() ? "input.o" : test.output;
  CaseRun out;
  out.instrumented = builder.Compile(true, strict, object);
  out.rewritten = builder.Portable(ReadFile(builder.Path(object + ".spansmith.cc")));
  out.headers = builder.Headers();
  if (test.report) out.report = builder.Report(object);
  if (out.instrumented.code != 0) return out;
  out.rules_said = builder.CheckRules(object);
  out.plain = builder.Compile(false, strict, "plain.o");
  out.all_warnings_instrumented = builder.Compile(true, AllWarnings(compiler), "warned.o").messages;
  out.all_warnings_plain = builder.Compile(false, AllWarnings(compiler), "warned-plain.o").messages;
  if (!test.runs || out.plain.code != 0) return out;
  out.plain_output = builder.LinkAndRun("plain.o", GOLDEN_PLAIN_MAIN, "");
  const std::string all = builder.LinkAndRun(object, GOLDEN_TRACED_MAIN, GOLDEN_LIBRARIES);
  const std::string mark = "--- spans\n";
  const std::size_t at = all.find(mark);
  out.instrumented_output = all.substr(0, at);
  if (at != std::string::npos) out.spans = SortedRoots(all.substr(at + mark.size()));
  if (!test.same_spans) return out;
  out.annotations_spans = builder.CompileAnnotations(strict, "annotated.o").messages;
  const std::string annotated = builder.LinkAndRun("annotated.o", GOLDEN_TRACED_MAIN, GOLDEN_LIBRARIES);
  const std::size_t spans = annotated.find(mark);
  out.annotations_spans += spans == std::string::npos ? annotated : SortedRoots(annotated.substr(spans + mark.size()));
  return out;
}

}  // namespace spansmith::golden
