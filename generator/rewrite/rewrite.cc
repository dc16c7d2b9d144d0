// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewrite/rewrite.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "generator/files/whole_file.h"
#include "generator/frontend/clang_arguments.h"
#include "generator/frontend/parse.h"
#include "generator/frontend/predefined_macros.h"
#include "generator/invocation/forced_includes.h"
#include "generator/overlay/plan.h"
#include "generator/rewrite/assemble.h"
#include "generator/rewrite/outcome.h"
#include "generator/rewrite/preprocessing.h"
#include "generator/rulefile/load.h"
#include "generator/rulefile/usage.h"
#include "generator/select/check_uses.h"
#include "generator/select/inventory.h"
#include "generator/select/misplaced.h"
#include "generator/select/select.h"
#include "generator/site/counted.h"
#include "generator/site/project_path.h"

namespace spansmith::generator {
namespace {

// The same parse as the real compiler's: annotations are nothing.
Arguments PlainArguments(const Arguments& arguments) {
  Arguments out = arguments;
  std::erase(out, kGeneratorMacro);
  return out;
}

// Whether notes for gcov are written.
bool CountsLines(const CompileCommand& command) {
  return std::any_of(command.arguments.begin(), command.arguments.end(), [](const std::string& argument) {
    return argument == "--coverage" || argument == "-coverage" || argument == "-ftest-coverage";
  });
}

// What file globs are relative to: absolute.
std::string ProjectOf(const RewriteOptions& options) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(options.project, error);
  return error || options.project.empty() ? std::filesystem::current_path(error).string() : path.string();
}

// The last use at or before the place, in its file; else the last use of all. Null: there is none.
const AnnotationUse* LastBefore(const std::vector<AnnotationUse>& uses, const Place& place) {
  const AnnotationUse* found = nullptr;
  const AnnotationUse* last = nullptr;
  for (const AnnotationUse& use : uses) {
    if (use.parent.has_value()) continue;
    last = &use;
    const bool before =
        use.place.line < place.line || (use.place.line == place.line && use.place.column <= place.column);
    if (use.place.file == place.file && before) found = &use;
  }
  return found != nullptr ? found : last;
}

// The accounts of a parse, those whose header got no copy put right.
std::vector<FunctionAccount> Accounts(std::vector<Inventoried> inventory, const std::vector<LeftOutBody>& left_out) {
  std::vector<FunctionAccount> out;
  for (Inventoried& one : inventory) {
    for (const LeftOutBody& body : left_out) {
      if (one.account.reason != ReasonCode::kNone || !(body.body == one.body) || body.body.file != one.body.file)
        continue;
      one.account.reason = ReasonCode::kHeaderNotCopied;
      one.account.detail = body.why;
      one.account.span.clear();
    }
    out.push_back(std::move(one.account));
  }
  return out;
}

// The folder beside whose files the headers' copies stand: the source's copy, or CMake's precompiled header, which all
// sources of a target share.
std::string HeadersBeside(const std::set<std::string>& forced, const std::string& copy) {
  const auto made = std::find_if(forced.begin(), forced.end(), IsMadeByCMake);
  return FolderOf(made == forced.end() ? copy : *made);
}

bool AsksForBroken(const Selection& selection) {
  return std::any_of(selection.verdicts.begin(), selection.verdicts.end(),
                     [](const auto& verdict) { return verdict.second.reason == ReasonCode::kBodyNotParsed; });
}

// Where it is, and its text.
std::string FirstError(const ParseResult& parsed) {
  const Place& place = parsed.first_error_place;
  return place.file + ":" + std::to_string(place.line) + ": " + parsed.first_error;
}

// Clang has errors: says so, if anybody asked for what it cannot parse. False: they leave enough to go on with.
template <typename ParsePlain>
bool StopsAtErrors(const ParseResult& parsed, const ParsePlain& parse_plain, bool asked, bool strict,
                   std::size_t annotations, Rewritten* out) {
  const Place& place = parsed.first_error_place;
  const std::string why = FirstError(parsed);
  // Whose fault is it? Without the annotations the file is what its author compiles.
  if (const AnnotationUse* use = LastBefore(parsed.uses, place)) {
    const ParseResult plain = parse_plain();
    if (plain.parsed || (parsed.broken != 0 && plain.errors < parsed.errors)) {
      std::string text;
      const bool known = use->written_directly && ReadFile(use->place.file, &text);
      out->diagnostics.push_back(
          At(*use, 29,
             {use->macro, parsed.first_error, WhereToWrite(use->macro, known ? text : "", use->begin, use->end)}));
      EndRefused(out);
      return true;
    }
  }
  if (parsed.broken != 0) {
    if (!asked) return false;
    out->diagnostics.push_back({9, {out->source, 0, 0}, "", {Counted(parsed.broken, "function"), why}});
    if (!strict) return false;
  } else if (annotations != 0) {
    out->diagnostics.push_back({1, {out->source, 0, 0}, "", {Counted(annotations, "annotation"), why}});
  } else {
    out->diagnostics.push_back({5, {out->source, 0, 0}, "", {why}});
  }
  EndUnparsed(out);
  return true;
}

// Code that the compiler compiles and Clang does not see, in the project's files: in the report, and said once. `why`:
// what Clang says of the compiler's own branches, where it cannot parse those.
void AddUnseen(const std::vector<UnseenCode>& unseen, const std::string& project, const std::string& why,
               Rewritten* out) {
  const UnseenCode* first = nullptr;
  std::size_t count = 0;
  for (const UnseenCode& code : unseen) {
    FunctionAccount account;
    account.function = "(code that Clang does not see)";
    account.file = ProjectPath(project, code.file);
    account.header = account.file != out->report.source;
    if (account.header && account.file.front() == '/') continue;
    account.line = code.first;
    account.column = 1;
    account.reason = ReasonCode::kNotSeen;
    account.detail = "up to line " + std::to_string(code.last);
    account.asked = Asked::kRule;
    out->report.functions.push_back(std::move(account));
    if (first == nullptr || (code.file == out->source && first->file != out->source)) first = &code;
    ++count;
  }
  if (first == nullptr) return;
  std::string others = count == 1 ? "" : " (nor " + Counted(count - 1, "other part") + " of it and its headers)";
  if (!why.empty()) others += ", for it cannot parse what the compiler's conditions show it (" + why + ")";
  out->diagnostics.push_back({8, {first->file, first->first, 1}, "", {std::to_string(first->last), others}});
}

}  // namespace

Rewritten Rewrite(const CompileCommand& command, const RewriteOptions& options, const std::string& copy) {
  Rewritten out;
  out.source = command.arguments[command.sources.front()];
  const std::string project = ProjectOf(options);
  out.report.source = ProjectPath(project, out.source);
  const RuleFile rules = LoadRuleFiles(options.rules);
  if (!rules.diagnostics.empty()) {
    out.diagnostics = rules.diagnostics;
    EndRefused(&out);
    return out;
  }
  Preprocessing preprocessing(command, options.annotations, rules.rules, project, &out);
  if (preprocessing.nothing_to_do()) return out;
  const PrefilterResult& prefilter = preprocessing.result();
  const bool ruled = preprocessing.ruled();

  Selection selection;
  std::vector<Inventoried> inventory;
  Arguments arguments = ClangArguments(command, prefilter.search_directories, prefilter.target, &out.report.dropped);
  if (!options.annotations) arguments = PlainArguments(arguments);
  Overlay overlay;
  const std::vector<std::string> included = ForcedIncludes(AsText(command.arguments, true));
  const std::set<std::string> forced(included.begin(), included.end());
  const auto look = [&](const ParsedUnit& unit) {
    const std::vector<AnnotationUse> none;  // the macros expand to nothing
    const ParsedUnit seen = {unit.context,  unit.preprocessor, options.annotations ? unit.uses : none,
                             unit.includes, unit.read,         unit.macros,
                             unit.compiled, unit.broken,       unit.other_targets};
    selection = Select(seen, {options.scope, options.ok_on_success, rules.rules, project});
    inventory = TakeInventory(seen, selection, project);
    std::set<unsigned> files;
    for (const Site& site : selection.sites) files.insert(site.body.file);
    for (const InjectStatement& statement : selection.injects) files.insert(statement.begin.file);
    for (const CarryingFunction& function : selection.carries) files.insert(function.body.file);
    for (const CallEdit& call : selection.calls) files.insert(call.begin.file);
    const bool source_alone = files.empty() || files == std::set{unit.includes.files.front().key};
    if (!source_alone) preprocessing.Ask();  // for the includes
    if (!files.empty())
      overlay = PlanOverlay(unit.includes, files, unit.read, {prefilter.edges, forced, FolderOf(copy)});
  };
  // As the compiler sees the source; where Clang cannot parse that, as Clang would see it.
  const PredefinedMacros macros = prefilter.clang ? PredefinedMacros() : ReadPredefinedMacros(command);
  ParseOptions parsing = {ruled ? Bodies::kAllHeaders : Bodies::kAnnotated, &macros,
                          ruled ? &prefilter.lines : nullptr};
  ParseResult parsed = Parse(arguments, parsing, look);
  std::string refused_view;
  if (!parsed.parsed && parsed.broken == 0 && !macros.empty()) {
    refused_view = FirstError(parsed);
    parsing.view = nullptr;
    parsed = Parse(arguments, parsing, look);
  }
  if (!parsed.parsed || parsed.annotations == 0) preprocessing.Ask();  // does the compiler see what Clang does not?
  if (preprocessing.nothing_to_do()) return out;
  preprocessing.CountAnnotations(parsed.annotations);
  // What Clang refuses a Clang will refuse, and say so best of the source as it stands.
  if (prefilter.clang) parsed.broken = 0;
  for (const EnteredFile& file : parsed.includes.files) out.inputs.insert(file.path);
  if (!options.annotations) parsed.uses.clear();
  if (!rules.rules.empty()) out.report.usage = UsageFragment(rules.rules, selection.usage, prefilter.words);

  const bool wanted = !selection.empty() || (!parsed.parsed && prefilter.annotations != 0);
  if (wanted && !parsed.old_language.empty()) {
    out.diagnostics.push_back({7, {out.source, 0, 0}, "", {parsed.old_language}});
    EndUnparsed(&out);
    return out;
  }
  out.diagnostics = CheckUses(parsed.uses);
  const bool misused = HasError(out.diagnostics);
  if (!parsed.parsed && !misused) {
    const auto parse_plain = [&] {
      return Parse(PlainArguments(arguments), {Bodies::kAnnotated, parsing.view, nullptr}, [](const ParsedUnit&) {});
    };
    if (StopsAtErrors(parsed, parse_plain, AsksForBroken(selection), options.strict, prefilter.annotations, &out))
      return out;
  }
  // What the uses alone tell is said already, and better; the tree adds what it alone can.
  if (!misused) {
    std::move(selection.diagnostics.begin(), selection.diagnostics.end(), std::back_inserter(out.diagnostics));
  }
  if (HasError(out.diagnostics)) {
    EndRefused(&out);
    return out;
  }
  if (parsed.annotations != prefilter.annotations) {
    out.diagnostics.push_back(
        {3,
         {out.source, 0, 0},
         "",
         {Counted(prefilter.annotations, "annotation token"), std::to_string(parsed.annotations)}});
  }
  out.report.calls = selection.call_accounts;
  out.report.annotations = selection.annotations;
  out.report.functions = Accounts(std::move(inventory), LeaveOut(overlay, &selection, &out.diagnostics));
  if (ruled) AddUnseen(FindUnseen(prefilter.lines, parsed.branches), project, refused_view, &out);
  out.report.outcome = kSourceUnchanged;
  if (selection.empty()) return out;

  out.outcome = Outcome::kRewritten;
  out.report.outcome = kSourceInstrumented;
  out.compiler_is_clang = prefilter.clang;
  Assemble(overlay, std::move(selection), OriginLine(out.source, options), HeadersBeside(forced, copy),
           Spellings(prefilter.edges), CountsLines(command), &out);
  return out;
}

}  // namespace spansmith::generator
