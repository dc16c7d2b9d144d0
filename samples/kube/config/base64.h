// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Base64 (RFC 4648, section 4), as in the *-data fields of a kubeconfig.
#ifndef SAMPLES_KUBE_CONFIG_BASE64_H_
#define SAMPLES_KUBE_CONFIG_BASE64_H_

#include <optional>
#include <string>

namespace kube {

std::string Base64Encode(const std::string& bytes);
// Line ends are passed over, padding is required; nullopt: it is no Base64.
std::optional<std::string> Base64Decode(const std::string& text);

}  // namespace kube

#endif  // SAMPLES_KUBE_CONFIG_BASE64_H_
