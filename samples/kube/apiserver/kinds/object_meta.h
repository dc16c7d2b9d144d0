// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// metadata: its schema and its validation, the same for all kinds.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_OBJECT_META_H_
#define SAMPLES_KUBE_APISERVER_KINDS_OBJECT_META_H_

#include <map>
#include <string>

#include "samples/kube/apiserver/kinds/resource.h"

namespace kube::apiserver {

// ObjectMeta and LabelSelector, for type texts to build on.
const std::map<std::string, SchemaPtr>& MetaTypes();

// Of an object to be stored; `old` null: created.
void CheckMeta(const Json& meta, const Json* old, const Resource& resource, FieldErrors& errors);

// What is said of a finalizer without a domain; empty: nothing.
std::string FinalizerWarning(const Json& meta);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_OBJECT_META_H_
