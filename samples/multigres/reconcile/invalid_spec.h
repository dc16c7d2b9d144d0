// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A spec of which nothing can be made: no use in trying again before a person has changed it.
#ifndef SAMPLES_MULTIGRES_RECONCILE_INVALID_SPEC_H_
#define SAMPLES_MULTIGRES_RECONCILE_INVALID_SPEC_H_

#include <string>

#include "samples/kube/errors/errors.h"
#include "samples/multigres/api/spec_reader.h"
#include "samples/multigres/build/cluster.h"

namespace multigres {

class InvalidSpec : public kube::TerminalError {
 public:
  using kube::TerminalError::TerminalError;
};

// Throws InvalidSpec, which names everything that is wrong with the object and its name.
template <typename T>
void CheckSpec(const T& object) {
  Problems problems = object.problems;
  if (const std::string wrong = NameProblem(object.meta.name); !wrong.empty()) problems.push_back(wrong);
  if (!problems.empty()) throw InvalidSpec(Join(problems));
}

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_RECONCILE_INVALID_SPEC_H_
