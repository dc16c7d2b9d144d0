// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is known of a source beside its parse. The compiler's preprocessor says it (0.1 s with heavy headers); of many
// sources it can be foreseen, until something turns out for which that is not enough. Then it is asked, once:
//
//   foreseen  --Ask()-->  asked  or  nothing to do
#ifndef SPANSMITH_GENERATOR_REWRITE_PREPROCESSING_H_
#define SPANSMITH_GENERATOR_REWRITE_PREPROCESSING_H_

#include <string>
#include <vector>

#include "generator/frontend/prefilter.h"
#include "generator/invocation/compile_command.h"
#include "generator/rewritten/rewritten.h"
#include "generator/rulefile/rule.h"

namespace spansmith::generator {

class Preprocessing {
 public:
  // All outlive it. Foresees, or asks. `annotations`: whether they count; `project`: what file globs are relative to;
  // `*out` says what becomes of a source with nothing to do.
  Preprocessing(const CompileCommand& command, bool annotations, const std::vector<Rule>& rules,
                const std::string& project, Rewritten* out);

  bool foreseen() const { return state_ == State::kForeseen; }
  // The preprocessor refuses the source, or found nothing to do, or a module: `*out` says so, and there is no more.
  bool nothing_to_do() const { return state_ == State::kNothingToDo; }
  // Some rule may apply to it.
  bool ruled() const { return ruled_; }
  // Foreseen: without includes, and with one annotation until CountAnnotations.
  const PrefilterResult& result() const { return result_; }

  // Where it was foreseen: what was foreseen is not enough.
  void Ask();
  // Where it was foreseen: the parse has them all.
  void CountAnnotations(std::size_t parsed);

 private:
  enum class State { kForeseen, kAsked, kNothingToDo };

  bool FindsSomething() const;

  const CompileCommand& command_;
  bool annotations_;
  const std::vector<Rule>& rules_;
  const std::string& project_;
  Rewritten* out_;
  State state_ = State::kForeseen;
  bool ruled_ = false;
  PrefilterResult result_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITE_PREPROCESSING_H_
