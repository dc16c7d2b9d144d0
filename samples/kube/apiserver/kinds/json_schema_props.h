// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// JSON schemas in CRDs as the Go type that the real server reads them into.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_JSON_SCHEMA_PROPS_H_
#define SAMPLES_KUBE_APISERVER_KINDS_JSON_SCHEMA_PROPS_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// Removes keywords that no schema has, in it and below, and adds their paths to `unknown`.
void PruneJsonSchema(Json& schema, const std::string& path, std::vector<std::string>& unknown);

// A CRD's versions as Go's internal type is written in messages: capital names, all fields.
std::string VersionsText(const Json& versions);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_JSON_SCHEMA_PROPS_H_
