// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Text as Go's fmt and encoding/json spell it: clients match on the real server's messages.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_GO_TEXT_H_
#define SAMPLES_KUBE_APISERVER_WIRE_GO_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

std::string Quoted(std::string_view text);  // %q
std::string ValueText(const Json& value);   // how field.Error shows a value: strings quoted, the rest as JSON
std::string GoValue(const Json& value);     // %v of a decoded JSON value: map[a:1 b:[x y]]
std::string GoTypeOf(const Json& value);    // %T of one
std::string Join(const std::vector<std::string>& parts, std::string_view separator);

// What strconv says of `text`; empty when it is a number of that kind.
std::string ParseUintError(std::string_view text);
std::string ParseIntError(std::string_view text);

// The error of base64.StdEncoding, empty when `text` is right.
std::string Base64Error(std::string_view text);
std::string Base64Encode(std::string_view bytes);
std::optional<std::string> Base64Decode(std::string_view text);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_GO_TEXT_H_
