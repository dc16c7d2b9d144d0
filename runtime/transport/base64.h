// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Base64 (RFC 4648, section 4). Pure functions.
#ifndef SPANSMITH_TRANSPORT_BASE64_H_
#define SPANSMITH_TRANSPORT_BASE64_H_

#include <optional>
#include <string>
#include <string_view>

namespace spansmith::transport {

std::string EncodeBase64(std::string_view bytes);  // padded

// With padding or without, as gRPC's binary metadata have it. Nothing if it is malformed.
std::optional<std::string> DecodeBase64(std::string_view text);

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_BASE64_H_
