// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/parse.h"

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Tooling/Tooling.h>

#include <algorithm>
#include <map>

#include "generator/frontend/annotation_tracker.h"
#include "generator/frontend/include_tracker.h"
#include "generator/frontend/macro_tracker.h"

namespace spansmith::generator {
namespace {

// Keeps the first error; the real compiler prints all of them when it compiles the file.
class FirstError : public clang::DiagnosticConsumer {
 public:
  explicit FirstError(ParseResult* result) : result_(result) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    DiagnosticConsumer::HandleDiagnostic(level, info);
    if (level < clang::DiagnosticsEngine::Error || !result_->first_error.empty()) return;
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    if (info.hasSourceManager() && info.getLocation().isValid()) {
      result_->first_error_place = PlaceOf(info.getSourceManager(), info.getLocation());
    }
    result_->first_error = text.str().str();
  }

 private:
  ParseResult* result_;
};

// The declaration or one of a function's parameters.
bool IsAnnotated(const clang::Decl& declaration) {
  if (declaration.hasAttr<clang::AnnotateAttr>()) return true;
  const clang::FunctionDecl* function = declaration.getAsFunction();
  return function != nullptr &&
         (function->hasAttr<clang::AnnotateAttr>() ||
          std::any_of(function->param_begin(), function->param_end(),
                      [](const clang::ParmVarDecl* parameter) { return parameter->hasAttr<clang::AnnotateAttr>(); }));
}

class Consumer : public clang::ASTConsumer {
 public:
  Consumer(clang::CompilerInstance& compiler, ParseResult* result, Bodies bodies,
           const std::function<void(const ParsedUnit&)>& look)
      : compiler_(compiler), result_(result), bodies_(bodies), look_(look) {}

  // A function is worth its body if a site or a statement of ours may be in it: in the main file, annotated, or in a
  // file whose text names one of the macros.
  bool shouldSkipFunctionBody(clang::Decl* declaration) override {
    const clang::SourceManager& sources = compiler_.getSourceManager();
    const clang::SourceLocation location = sources.getExpansionLoc(declaration->getLocation());
    if (sources.isWrittenInMainFile(location) || IsAnnotated(*declaration)) return false;
    if (bodies_ == Bodies::kAllHeaders && !sources.isInSystemHeader(location)) return false;
    return !NamesUs(sources.getFileID(location));
  }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    if (compiler_.getDiagnostics().hasErrorOccurred()) return;
    look_(ParsedUnit{context, compiler_.getPreprocessor(), result_->uses, result_->includes,
                     [this](unsigned key) { return ReadEntered(compiler_.getPreprocessor(), key); }, result_->macros});
  }

 private:
  bool NamesUs(clang::FileID file) {
    const auto [it, is_new] = names_us_.try_emplace(file, false);
    if (is_new) it->second = compiler_.getSourceManager().getBufferData(file).contains("SPANSMITH_");
    return it->second;
  }

  clang::CompilerInstance& compiler_;
  ParseResult* result_;
  Bodies bodies_;
  const std::function<void(const ParsedUnit&)>& look_;
  std::map<clang::FileID, bool> names_us_;
};

class Action : public clang::ASTFrontendAction {
 public:
  Action(ParseResult* result, Bodies bodies, const std::function<void(const ParsedUnit&)>& look)
      : result_(result), bodies_(bodies), look_(look) {}

 protected:
  bool BeginInvocation(clang::CompilerInstance& compiler) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    compiler.getDiagnosticOpts().ShowCarets = false;  // else it prints how many errors there were
    return true;
  }

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    if (!compiler.getLangOpts().CPlusPlus11) result_->old_language = "C++98";
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<AnnotationTracker>(compiler.getPreprocessor(), result_));
    compiler.getPreprocessor().addPPCallbacks(TrackIncludes(compiler.getPreprocessor(), &result_->includes));
    if (bodies_ == Bodies::kAllHeaders)
      compiler.getPreprocessor().addPPCallbacks(TrackMacros(compiler.getPreprocessor(), &result_->macros));
    return std::make_unique<Consumer>(compiler, result_, bodies_, look_);
  }

 private:
  ParseResult* result_;
  Bodies bodies_;
  const std::function<void(const ParsedUnit&)>& look_;
};

}  // namespace

ParseResult Parse(const Arguments& arguments, Bodies bodies, const std::function<void(const ParsedUnit&)>& look) {
  ParseResult result;
  FirstError first_error(&result);
  const llvm::IntrusiveRefCntPtr<clang::FileManager> files(new clang::FileManager(clang::FileSystemOptions()));
  clang::tooling::ToolInvocation invocation(arguments, std::make_unique<Action>(&result, bodies, look), files.get());
  invocation.setDiagnosticConsumer(&first_error);
  result.parsed = invocation.run() && result.first_error.empty();
  return result;
}

}  // namespace spansmith::generator
