// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The columns of kubectl get for built-in kinds, after kube-apiserver's printers/internalversion.
#ifndef SAMPLES_KUBE_APISERVER_REST_BUILTIN_COLUMNS_H_
#define SAMPLES_KUBE_APISERVER_REST_BUILTIN_COLUMNS_H_

#include <map>
#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

struct TableColumn {
  std::string name, type, format;
  int priority = 0;
  std::string help;
};

inline constexpr const char* kNameColumnHelp =
    "Name must be unique within a namespace. Is required when creating resources, although some resources may allow a "
    "client to request the generation of an appropriate name automatically. Name is primarily intended for creation "
    "idempotence and configuration definition. Cannot be updated. More info: "
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";
inline constexpr const char* kAgeColumnHelp =
    "CreationTimestamp is a timestamp representing the server time when this object was created. It is not guaranteed "
    "to be set in happens-before order across separate operations. Clients may not set this value. It is represented "
    "in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: "
    "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";

// Name and Created At for a kind without columns of its own.
const std::vector<TableColumn>& BuiltinColumns(const std::string& kind);

// One cell a column.
Json BuiltinCells(const std::string& kind, const Json& object);

// How long ago, as kubectl says it: 90s, 5m3s, 2d; "<unknown>" for what is no time.
std::string Age(const std::string& since);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_BUILTIN_COLUMNS_H_
