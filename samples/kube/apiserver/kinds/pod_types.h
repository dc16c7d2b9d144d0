// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// PodTemplateSpec and what is in it, as type text.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_POD_TYPES_H_
#define SAMPLES_KUBE_APISERVER_KINDS_POD_TYPES_H_

#include <map>
#include <string>

#include "samples/kube/apiserver/schema/schema.h"
#include "samples/kube/apiserver/wire/field_error.h"

namespace kube::apiserver {

// MetaTypes() and those of pods.
const std::map<std::string, SchemaPtr>& PodTypes();

void FillPodSpec(Json& spec);
void CheckPodSpec(const Json& spec, const std::string& path, FieldErrors& errors);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_POD_TYPES_H_
