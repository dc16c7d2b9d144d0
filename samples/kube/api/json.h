// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// JSON values, as everything here calls them.
#ifndef SAMPLES_KUBE_API_JSON_H_
#define SAMPLES_KUBE_API_JSON_H_

#include <nlohmann/json.hpp>

namespace kube {

using Json = nlohmann::json;

}  // namespace kube

#endif  // SAMPLES_KUBE_API_JSON_H_
