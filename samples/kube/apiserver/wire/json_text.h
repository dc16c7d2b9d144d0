// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading JSON with the complaints of Go's encoding/json, and the duplicate fields that nlohmann/json swallows.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_JSON_TEXT_H_
#define SAMPLES_KUBE_APISERVER_WIRE_JSON_TEXT_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

struct JsonText {
  Json value;
  std::string error;                    // Go's message; empty: `value` holds the document
  std::vector<std::string> duplicates;  // paths such as spec.ports[0].name, each once; the last value counts
};

// Nesting deeper than 10000 is an error, as in Go.
JsonText ReadJson(std::string_view text);

// Where fields stand in a document: the offsets of each one's keys, in order. For what ReadJson could read.
std::map<std::string, std::vector<std::size_t>> FindFields(std::string_view text, const std::set<std::string>& paths);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_JSON_TEXT_H_
