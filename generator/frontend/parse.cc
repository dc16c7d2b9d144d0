// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/parse.h"

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Basic/DiagnosticSema.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Tooling/Tooling.h>

#include <algorithm>
#include <map>
#include <vector>

#include "generator/clang_compat/diagnostic_class.h"
#include "generator/frontend/annotation_tracker.h"
#include "generator/frontend/branch_tracker.h"
#include "generator/frontend/broken_bodies.h"
#include "generator/frontend/builtin_headers.h"
#include "generator/frontend/compiler_view.h"
#include "generator/frontend/include_tracker.h"
#include "generator/frontend/macro_tracker.h"
#include "generator/frontend/made_headers.h"
#include "generator/frontend/spelled_names.h"

namespace spansmith::generator {
namespace {

// g++'s `malloc(deallocator)`, which Clang takes from version 21 on: it says nothing of what is traced.
bool IsAttributeOfGcc(const clang::Diagnostic& info) {
  if (info.getID() != clang::diag::err_attribute_wrong_number_arguments) return false;
  llvm::SmallString<128> text;
  info.FormatDiagnostic(text);
  return llvm::StringRef(text).contains("malloc");
}

// Keeps the first error's text, and where all of them are; the real compiler prints its own when it compiles the file.
class Errors : public clang::DiagnosticConsumer {
 public:
  Errors(ParseResult* result, BrokenBodies* broken) : result_(result), broken_(broken) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    // A warning that a pragma made an error; whether it is one of the real compiler's, that one will tell.
    if (level < clang::DiagnosticsEngine::Error || IsWarningByNature(*info.getDiags(), info.getID())) return;
    if (IsAttributeOfGcc(info)) return;
    DiagnosticConsumer::HandleDiagnostic(level, info);
    broken_->AddError(info.hasSourceManager() ? info.getLocation() : clang::SourceLocation(),
                      level == clang::DiagnosticsEngine::Fatal);
    if (result_->errors++ != 0) return;
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    if (info.hasSourceManager() && info.getLocation().isValid()) {
      result_->first_error_place = PlaceOf(info.getSourceManager(), info.getLocation());
    }
    result_->first_error = text.str().str();
  }

 private:
  ParseResult* result_;
  BrokenBodies* broken_;
};

// Clang makes errors of some of its warnings (a narrowing conversion, `register`), unless an option says otherwise. The
// real compiler may take all that.
void IgnoreErrorsThatAreWarnings(clang::DiagnosticsEngine& diagnostics) {
  std::vector<clang::diag::kind> all;
  clang::DiagnosticIDs::getAllDiagnostics(clang::diag::Flavor::WarningOrError, all);
  for (const clang::diag::kind one : all) {
    if (diagnostics.getDiagnosticIDs()->isDefaultMappingAsError(one) && IsWarningByNature(diagnostics, one))
      diagnostics.setSeverity(one, clang::diag::Severity::Ignored, clang::SourceLocation());
  }
}

// The declaration or one of a function's parameters.
bool IsAnnotated(const clang::Decl& declaration) {
  if (declaration.hasAttr<clang::AnnotateAttr>()) return true;
  const clang::FunctionDecl* function = declaration.getAsFunction();
  return function != nullptr &&
         (function->hasAttr<clang::AnnotateAttr>() ||
          std::any_of(function->param_begin(), function->param_end(),
                      [](const clang::ParmVarDecl* parameter) { return parameter->hasAttr<clang::AnnotateAttr>(); }));
}

// What one parse works with.
struct Task {
  const ParseOptions& options;
  const std::function<void(const ParsedUnit&)>& look;
  ParseResult* result;
  BrokenBodies* broken;
};

class Consumer : public clang::ASTConsumer {
 public:
  Consumer(clang::CompilerInstance& compiler, const Task& task, SpelledNames* names)
      : compiler_(compiler), task_(task), names_(names), result_(task.result) {}

  // A function is worth its body if a site or a statement of ours may be in it: in the main file, annotated, or in a
  // file whose text names one of the macros.
  bool shouldSkipFunctionBody(clang::Decl* declaration) override {
    const clang::SourceManager& sources = compiler_.getSourceManager();
    const clang::SourceLocation location = sources.getExpansionLoc(declaration->getLocation());
    if (sources.isWrittenInMainFile(location) || IsAnnotated(*declaration)) return false;
    if ((task_.options.bodies == Bodies::kAllHeaders || CarriesAtCalls()) && !sources.isInSystemHeader(location))
      return false;
    return !NamesUs(sources.getFileID(location));
  }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    names_->Finish();
    if (result_->errors != 0) {
      if (!task_.broken->Find(context)) return;
      result_->broken = task_.broken->count();
    }
    const clang::SourceManager& sources = context.getSourceManager();
    task_.look(
        ParsedUnit{context, compiler_.getPreprocessor(), result_->uses, result_->includes,
                   [this](unsigned key) { return ReadEntered(compiler_.getPreprocessor(), key); }, result_->macros,
                   [&, this](const clang::SourceLocation& location) { return IsCompiledAt(sources, location); },
                   [&, this](const clang::SourceLocation& location) { return task_.broken->Has(sources, location); },
                   result_->other_targets});
  }

 private:
  // Whether some function takes a callable that may have to be carried at the calls, which stand behind it.
  bool CarriesAtCalls() {
    for (; looked_at_ != result_->uses.size(); ++looked_at_) carries_ = carries_ || IsCarry(result_->uses[looked_at_]);
    return carries_;
  }

  bool NamesUs(clang::FileID file) {
    const auto [it, is_new] = names_us_.try_emplace(file, false);
    if (is_new) it->second = compiler_.getSourceManager().getBufferData(file).contains("SPANSMITH_");
    return it->second;
  }

  bool IsCompiledAt(const clang::SourceManager& sources, clang::SourceLocation location) const {
    if (task_.options.compiled == nullptr || location.isInvalid()) return true;
    const clang::SourceLocation at = sources.getFileLoc(location);
    return IsCompiled(*task_.options.compiled, result_->branches, sources.getFileID(at).getHashValue(),
                      PlaceOf(sources, at).line);
  }

  clang::CompilerInstance& compiler_;
  Task task_;
  SpelledNames* names_;
  ParseResult* result_;
  std::map<clang::FileID, bool> names_us_;
  std::size_t looked_at_ = 0;  // of the uses
  bool carries_ = false;
};

class Action : public clang::ASTFrontendAction {
 public:
  explicit Action(const Task& task) : task_(task) {}

 protected:
  bool BeginInvocation(clang::CompilerInstance& compiler) override {
    ReplaceMadeHeaders(compiler);
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    compiler.getDiagnosticOpts().ShowCarets = false;  // else it prints how many errors there were
    return true;
  }

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    ParseResult* result = task_.result;
    IgnoreErrorsThatAreWarnings(compiler.getDiagnostics());
    clang::Preprocessor& preprocessor = compiler.getPreprocessor();
    if (!compiler.getLangOpts().CPlusPlus11) result->old_language = "C++98";
    preprocessor.addPPCallbacks(std::make_unique<AnnotationTracker>(preprocessor, result));
    preprocessor.addPPCallbacks(TrackIncludes(preprocessor, &result->includes));
    auto names = std::make_unique<SpelledNames>(compiler.getSourceManager(), &result->includes);
    SpelledNames* const known_names = names.get();
    preprocessor.addPPCallbacks(std::move(names));
    preprocessor.addPPCallbacks(
        TrackMacros(preprocessor, task_.options.bodies == Bodies::kAllHeaders, &result->macros));
    if (task_.options.compiled != nullptr)
      preprocessor.addPPCallbacks(TrackBranches(compiler.getSourceManager(), &result->branches));
    if (task_.options.view != nullptr && !task_.options.view->empty()) {  // not Clang, which ignores these pragmas
      preprocessor.addPPCallbacks(SeeAsCompiler(preprocessor, *task_.options.view));
      TrackTargets(preprocessor, &result->other_targets);
    }
    return std::make_unique<Consumer>(compiler, task_, known_names);
  }

 private:
  Task task_;
};

}  // namespace

ParseResult Parse(const Arguments& arguments, const ParseOptions& options,
                  const std::function<void(const ParsedUnit&)>& look) {
  ParseResult result;
  BrokenBodies broken;
  Errors errors(&result, &broken);
  Arguments all = arguments;
  all.emplace_back("-ferror-limit=0");
  if (options.view != nullptr) {
    const Arguments macros = ViewArguments(*options.view);
    all.insert(all.begin() + 1, macros.begin(), macros.end());
  }
  const llvm::IntrusiveRefCntPtr<clang::FileManager> files(
      new clang::FileManager(clang::FileSystemOptions(), FilesForClang(arguments)));
  clang::tooling::ToolInvocation invocation(all, std::make_unique<Action>(Task{options, look, &result, &broken}),
                                            files.get());
  invocation.setDiagnosticConsumer(&errors);
  result.parsed = invocation.run() && result.first_error.empty();
  return result;
}

}  // namespace spansmith::generator
