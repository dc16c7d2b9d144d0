// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Go-like struct declarations, read into schemas: how the built-in kinds are described.
//
//   Container
//     name string
//     ports []ContainerPort keys=containerPort,protocol merge=containerPort
//     resources ResourceRequirements
//     securityContext *SecurityContext
//     terminationMessagePath string ="/dev/termination-log"
//
// Types: string int32 int64 float64 bool bytes time micro-time quantity intstr any, a declared struct, []T,
// map[string]T; a star makes a pointer. keys= and set say how server-side apply merges a list, merge or merge=KEY how a
// strategic merge patch does, atomic that it is one value (of a struct: after its name), kept that it is written also
// when empty, retain that a strategic merge patch may replace its keys; =JSON is a default.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_TYPE_TEXT_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_TYPE_TEXT_H_

#include <map>
#include <string>
#include <string_view>

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

// Structs by name. A struct is declared before it is used, in the text or in `known`. The texts are ours: what is wrong
// in one throws std::logic_error at start.
std::map<std::string, SchemaPtr> ReadTypes(std::string_view text, std::map<std::string, SchemaPtr> known);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_TYPE_TEXT_H_
