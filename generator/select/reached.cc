// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/reached.h"

#include <clang/AST/Decl.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtCXX.h>
#include <clang/Analysis/Analyses/ReachableCode.h>
#include <clang/Analysis/CFG.h>
#include <llvm/ADT/BitVector.h>

#include <algorithm>

namespace spansmith::generator {
namespace {

// Whether control leaves the block, which the exit follows, otherwise than by a return.
bool EndsWithoutReturn(const clang::CFGBlock& block) {
  if (block.hasNoReturnElement()) return false;
  for (auto it = block.rbegin(); it != block.rend(); ++it) {
    const std::optional<clang::CFGStmt> statement = it->getAs<clang::CFGStmt>();
    if (statement.has_value()) return !llvm::isa<clang::ReturnStmt, clang::CXXThrowExpr>(statement->getStmt());
  }
  return true;
}

}  // namespace

Reached::Reached(const clang::FunctionDecl& function, bool temporaries) {
  if (function.isDependentContext()) return;
  clang::CFG::BuildOptions options;
  options.AddEHEdges = false;
  options.AddImplicitDtors = true;
  options.AddTemporaryDtors = temporaries;
  graph_ = clang::CFG::buildCFG(&function, function.getBody(), &function.getASTContext(), options);
  if (graph_ == nullptr) return;
  llvm::BitVector live(graph_->getNumBlockIDs());
  clang::reachable_code::ScanReachableFromBlock(&graph_->getEntry(), live);
  // No edge leads to a handler, so whatever may throw is taken to.
  for (const clang::CFGBlock* handlers : llvm::make_range(graph_->try_blocks_begin(), graph_->try_blocks_end()))
    clang::reachable_code::ScanReachableFromBlock(handlers, live);
  for (const unsigned block : live.set_bits()) live_.insert(block);
}

Reached::~Reached() = default;

bool Reached::Has(const clang::Stmt& statement) const {
  if (graph_ == nullptr) return true;
  bool found = false;
  for (const clang::CFGBlock* block : *graph_) {
    const bool holds = std::any_of(block->begin(), block->end(), [&](const clang::CFGElement& element) {
      const std::optional<clang::CFGStmt> one = element.getAs<clang::CFGStmt>();
      return one.has_value() && one->getStmt() == &statement;
    });
    if (holds && live_.count(block->getBlockID()) != 0) return true;
    found = found || holds;
  }
  return !found;
}

bool Reached::End() const {
  if (graph_ == nullptr) return false;
  const auto before = graph_->getExit().preds();
  return std::any_of(before.begin(), before.end(), [&](const clang::CFGBlock::AdjacentBlock& edge) {
    const clang::CFGBlock* block = edge.getReachableBlock();
    return block != nullptr && live_.count(block->getBlockID()) != 0 && EndsWithoutReturn(*block);
  });
}

}  // namespace spansmith::generator
