// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// YAML as the real server reads and writes it: YAML 1.1 by libyaml, of which go-yaml is a translation, so that
// complaints and line breaks are the same.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_YAML_TEXT_H_
#define SAMPLES_KUBE_APISERVER_WIRE_YAML_TEXT_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

struct YamlText {
  Json value;                           // the first document; null when there is none
  std::string error;                    // "yaml: line 2: ..."; empty: it is YAML
  std::vector<std::string> duplicates;  // "line 6: key "replicas" already set in map"; the last one counts
  // What a strict reader says of the duplicates; empty: there are none.
  std::string StrictError() const;
};

// Never throws; documents that unfold to far more than they are (aliases of aliases) are an error.
YamlText ReadYaml(const std::string& text);

// Keys sorted with numbers in their order, lines folded at 80 columns.
std::string WriteYaml(const Json& value);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_YAML_TEXT_H_
