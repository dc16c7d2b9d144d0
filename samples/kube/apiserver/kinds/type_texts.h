// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The structs of the built-in kinds as type texts (schema/type_text.h), a group or so each. Field for field after the
// Go types of k8s.io/api 0.36.3; defaults that are the same for every object are in the text, others in `fill` of the
// kind.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_TYPE_TEXTS_H_
#define SAMPLES_KUBE_APISERVER_KINDS_TYPE_TEXTS_H_

namespace kube::apiserver {

extern const char* const kPodTypeText;
extern const char* const kCoreTypeText;  // after kPodTypeText
// After both:
extern const char* const kAppsTypeText;
extern const char* const kBatchTypeText;
extern const char* const kLeaseTypeText;
extern const char* const kEventTypeText;  // events.k8s.io
extern const char* const kPolicyTypeText;
extern const char* const kAccessTypeText;  // rbac.authorization.k8s.io
extern const char* const kNetworkTypeText;
extern const char* const kSliceTypeText;  // discovery.k8s.io
extern const char* const kScalingTypeText;

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_TYPE_TEXTS_H_
