// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// autoscaling/v1 Scale: what a scale subresource shows. Not served by itself.
#include "samples/kube/apiserver/kinds/builtin_kinds.h"
#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/schema/type_text.h"

namespace kube::apiserver {
namespace {

constexpr const char* kScaleTypeText = R"(
ScaleSpec
  replicas int32
ScaleStatus
  replicas int32 kept
  selector string
Scale
  metadata ObjectMeta
  spec ScaleSpec
  status ScaleStatus
)";

}  // namespace

ResourcePtr ScaleKind() {
  static const ResourcePtr kind = BuiltinKind("autoscaling", "scales", "Scale", ReadTypes(kScaleTypeText, MetaTypes()));
  return kind;
}

}  // namespace kube::apiserver
