// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading JSON with the complaints of Go's encoding/json, and the duplicate fields that nlohmann/json swallows.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_JSON_TEXT_H_
#define SAMPLES_KUBE_APISERVER_WIRE_JSON_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

struct JsonText {
  Json value;
  std::string error;                    // Go's message; empty: `value` holds the document
  std::vector<std::string> duplicates;  // paths such as spec.ports[0].name; the last value counts
};

// Nesting deeper than 10000 is an error, as in Go.
JsonText ReadJson(std::string_view text);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_JSON_TEXT_H_
