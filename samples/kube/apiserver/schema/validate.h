// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Validation of a custom resource against its schema, with kube-openapi's messages.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_VALIDATE_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_VALIDATE_H_

#include <string>

#include "samples/kube/apiserver/schema/schema.h"
#include "samples/kube/apiserver/wire/field_error.h"

namespace kube::apiserver {

// `old`: what was stored at the same place, or null. What has not changed is not complained about (ratcheting).
void Validate(const Json& value, const Json* old, const Schema& schema, const std::string& path, FieldErrors& errors);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_VALIDATE_H_
