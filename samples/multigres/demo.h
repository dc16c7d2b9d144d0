// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What happens to a cluster in four scenes: it is made, a component of another fails, a write meets a conflict, both
// are deleted. Says on stdout what a person would see with kubectl; the traces are made by the operator meanwhile.
#ifndef SAMPLES_MULTIGRES_DEMO_H_
#define SAMPLES_MULTIGRES_DEMO_H_

#include <filesystem>

#include "samples/multigres/embedded/embedded_cluster.h"

namespace multigres {

// The operator must be running. `cluster_file`: a manifest with one MultigresCluster. Whether each scene came to its
// end in time.
bool RunDemo(EmbeddedCluster& cluster, const std::filesystem::path& cluster_file);

}  // namespace multigres

#endif  // SAMPLES_MULTIGRES_DEMO_H_
