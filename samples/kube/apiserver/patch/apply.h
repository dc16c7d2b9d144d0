// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Server-side apply.
#ifndef SAMPLES_KUBE_APISERVER_PATCH_APPLY_H_
#define SAMPLES_KUBE_APISERVER_PATCH_APPLY_H_

#include "samples/kube/apiserver/patch/managed_fields.h"

namespace kube::apiserver {

struct Applied {
  Json object;  // with managedFields
};

// Merges `config` into `live` (null: the object is created). Throws StatusError: 409 for fields of other managers
// unless `force`, 500 for a configuration that is not of the schema. `manager.operation` is Apply.
Applied Apply(const Resource& resource, const Json* live, Json config, const Manager& manager, bool force);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_PATCH_APPLY_H_
