// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// YAML bodies as JSON: application/yaml, application/apply-patch+yaml and manifests in files.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_YAML_TEXT_H_
#define SAMPLES_KUBE_APISERVER_WIRE_YAML_TEXT_H_

#include <string>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// One document; plain scalars get their YAML type, quoted ones are strings. Throws std::runtime_error with the place.
Json ReadYaml(const std::string& text);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_YAML_TEXT_H_
