// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a plain YAML 1.1 scalar means, as go-yaml resolves it.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_YAML_SCALAR_H_
#define SAMPLES_KUBE_APISERVER_WIRE_YAML_SCALAR_H_

#include <string>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// null, a boolean, a number or the text itself. Numbers come as JSON has them: 0x1f is 31, 1.0 is 1.
Json ResolveScalar(const std::string& text);

// True: written without quotes, it would be read as something else than this text.
bool NeedsQuotes(const std::string& text);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_YAML_SCALAR_H_
