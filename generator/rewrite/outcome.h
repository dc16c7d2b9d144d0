// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How a rewrite ends early: the outcome, and what the report says of the source then.
#ifndef SPANSMITH_GENERATOR_REWRITE_OUTCOME_H_
#define SPANSMITH_GENERATOR_REWRITE_OUTCOME_H_

#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

// Nobody parsed it, or will compile it: the last of its diagnostics says why.
inline void EndUnparsed(Rewritten* out) {
  out->outcome = Outcome::kUnparsed;
  out->report.outcome = kSourceUnparsed;
  out->report.reason = Code(out->diagnostics.back().number);
  out->report.message = Message(out->diagnostics.back());
}

// It has an error.
inline void EndRefused(Rewritten* out) {
  out->outcome = Outcome::kRefused;
  out->report.outcome = kSourceRefused;
}

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITE_OUTCOME_H_
