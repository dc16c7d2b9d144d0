// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/parse.h"

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Tooling/Tooling.h>

#include <algorithm>

#include "generator/frontend/annotation_tracker.h"

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
         std::any_of(function->param_begin(), function->param_end(),
                     [](const clang::ParmVarDecl* parameter) { return parameter->hasAttr<clang::AnnotateAttr>(); });
}

class Consumer : public clang::ASTConsumer {
 public:
  Consumer(clang::CompilerInstance& compiler, ParseResult* result, const std::function<void(const ParsedUnit&)>& look)
      : compiler_(compiler), result_(result), look_(look) {}

  // A function is worth its body if a site may be in it: in the main file, or annotated.
  bool shouldSkipFunctionBody(clang::Decl* declaration) override {
    return !compiler_.getSourceManager().isWrittenInMainFile(
               compiler_.getSourceManager().getExpansionLoc(declaration->getLocation())) &&
           !IsAnnotated(*declaration);
  }

  void HandleTranslationUnit(clang::ASTContext& context) override {
    if (compiler_.getDiagnostics().hasErrorOccurred()) return;
    look_(ParsedUnit{context, compiler_.getPreprocessor(), result_->uses});
  }

 private:
  clang::CompilerInstance& compiler_;
  ParseResult* result_;
  const std::function<void(const ParsedUnit&)>& look_;
};

class Action : public clang::ASTFrontendAction {
 public:
  Action(ParseResult* result, const std::function<void(const ParsedUnit&)>& look) : result_(result), look_(look) {}

 protected:
  bool BeginInvocation(clang::CompilerInstance& compiler) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    compiler.getDiagnosticOpts().ShowCarets = false;  // else it prints how many errors there were
    return true;
  }

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<AnnotationTracker>(compiler.getPreprocessor(), result_));
    const clang::SourceManager& sources = compiler.getSourceManager();
    result_->main_file_text = sources.getBufferData(sources.getMainFileID()).str();
    const clang::OptionalFileEntryRef main = sources.getFileEntryRefForID(sources.getMainFileID());
    result_->main_file_name = main ? main->getName().str() : getCurrentFile().str();
    return std::make_unique<Consumer>(compiler, result_, look_);
  }

 private:
  ParseResult* result_;
  const std::function<void(const ParsedUnit&)>& look_;
};

}  // namespace

ParseResult Parse(const Arguments& arguments, const std::function<void(const ParsedUnit&)>& look) {
  ParseResult result;
  FirstError first_error(&result);
  const llvm::IntrusiveRefCntPtr<clang::FileManager> files(new clang::FileManager(clang::FileSystemOptions()));
  clang::tooling::ToolInvocation invocation(arguments, std::make_unique<Action>(&result, look), files.get());
  invocation.setDiagnosticConsumer(&first_error);
  result.parsed = invocation.run() && result.first_error.empty();
  return result;
}

}  // namespace spansmith::generator
