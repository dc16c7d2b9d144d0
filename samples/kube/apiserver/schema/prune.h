// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Unknown fields of a custom resource are dropped, and named for whoever asked to be told.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_PRUNE_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_PRUNE_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

// Removes what `schema` does not declare; returns the paths, spec.cells[0].bogus.
std::vector<std::string> Prune(Json& value, const Schema& schema);

// Removes what `schema` does not declare under `path` into `removed`.
void PruneInto(Json& value, const Schema& schema, const std::string& path, std::vector<std::string>& removed);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_PRUNE_H_
