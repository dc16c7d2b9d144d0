// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes an object look as desired, and writes only if it does not: server-side apply, after a look at what is there.
// Two things say that a write is needed: the hash of the desired object, kept in an annotation, differs (a field was
// dropped from it, too), or a desired field has another value in the live object (somebody changed it).
//
// The traceparent of the write goes into another annotation, if the object is a controlled child; it counts in neither
// comparison, so it changes only together with the rest.
#ifndef SAMPLES_KUBE_CLIENT_APPLY_H_
#define SAMPLES_KUBE_CLIENT_APPLY_H_

#include <string>

#include "samples/kube/api/json.h"
#include "samples/kube/client/rest_client.h"

namespace kube {

inline constexpr char kTraceparentAnnotation[] = "tracing.k8s.io/traceparent";
inline constexpr char kHashAnnotation[] = "kube-sample.io/applied-hash";

enum class ApplyResult { kCreated, kUpdated, kUnchanged };
const char* ToString(ApplyResult result);  // "created", "updated", "unchanged"

struct AppliedJson {
  ApplyResult result = ApplyResult::kUnchanged;
  Json object;  // as the server has it now
};

// `desired` as ToJson makes it; status and what the server fills in are left out. `traceparent` may be empty.
AppliedJson Apply(RestClient& client, const ResourceType& type, const ObjectKey& key, Json desired,
                  const std::string& traceparent);

// Puts the annotation into an object that has a controller; without one, or with an empty traceparent: nothing.
void StampTraceparent(Json& object, const std::string& traceparent);

// Whether every field of `desired` has that value in `live`. Lists of objects are compared by their key (name, type,
// uid, port...), in any order; quantities by their amount.
bool Covers(const Json& live, const Json& desired);

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_APPLY_H_
