// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/select/falls_off.h"

#include <clang/AST/Decl.h>
#include <clang/AST/Stmt.h>
#include <clang/Analysis/Analyses/ReachableCode.h>
#include <clang/Analysis/CFG.h>
#include <llvm/ADT/BitVector.h>

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

bool FallsOff(const clang::FunctionDecl& function) {
  clang::CFG::BuildOptions options;
  options.AddEHEdges = false;
  options.AddImplicitDtors = true;
  const std::unique_ptr<clang::CFG> graph =
      clang::CFG::buildCFG(&function, function.getBody(), &function.getASTContext(), options);
  if (graph == nullptr) return false;
  llvm::BitVector live(graph->getNumBlockIDs());
  clang::reachable_code::ScanReachableFromBlock(&graph->getEntry(), live);
  for (const clang::CFGBlock::AdjacentBlock& before : graph->getExit().preds()) {
    const clang::CFGBlock* block = before.getReachableBlock();
    if (block != nullptr && live[block->getBlockID()] && EndsWithoutReturn(*block)) return true;
  }
  return false;
}

}  // namespace spansmith::generator
