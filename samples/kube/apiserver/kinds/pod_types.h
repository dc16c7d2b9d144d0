// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Pods: their types, for whatever has a pod template, and what the real server fills in and refuses.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_POD_TYPES_H_
#define SAMPLES_KUBE_APISERVER_KINDS_POD_TYPES_H_

#include <map>
#include <string>

#include "samples/kube/apiserver/schema/schema.h"
#include "samples/kube/apiserver/wire/field_error.h"
#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

const std::map<std::string, SchemaPtr>& CoreTypes();  // of metadata, pods and the rest of the core group

void FillPodSpec(Json& spec);
// `path`: of the spec. `claims`: volumes that a StatefulSet adds to its pods, an array of objects with a metadata.name.
void CheckPodSpec(const Json& spec, const Json& claims, const std::string& path, FieldErrors& errors);

void CheckClaimSpec(const Json& spec, const std::string& path, FieldErrors& errors);  // of a PersistentVolumeClaim

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_POD_TYPES_H_
