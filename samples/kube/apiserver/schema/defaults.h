// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Defaults of a structural schema: absent fields whose parent is there, and nulls that may not be.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_DEFAULTS_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_DEFAULTS_H_

#include "samples/kube/apiserver/schema/schema.h"

namespace kube::apiserver {

void FillDefaults(Json& value, const Schema& schema);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_DEFAULTS_H_
