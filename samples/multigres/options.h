// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The command line of the operator.
#ifndef SAMPLES_MULTIGRES_OPTIONS_H_
#define SAMPLES_MULTIGRES_OPTIONS_H_

#include <stdexcept>
#include <string>
#include <vector>

namespace multigres {

extern const char kUsage[];

struct Options {
  std::string kubeconfig;          // empty: as kubectl finds it, or the pod's service account
  std::string context;             // empty: the kubeconfig's current one
  std::string ns;                  // the one namespace to look at; empty: all
  int workers = 2;                 // of each controller
  bool leader_elect = false;       // wait until no other operator leads
  bool embedded = false;           // an API server in this process instead of a cluster
  bool demo = false;               // embedded, and the demonstration instead of waiting for a signal
  std::string crds;                // embedded: folder of the CRDs
  std::vector<std::string> apply;  // embedded: manifests to begin with
  bool help = false;
};

// what() says which argument is wrong, what was expected and what to do.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws UsageError.
Options ParseOptions(int argc, const char* const* argv);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_OPTIONS_H_
