// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The simple JSONPath of additionalPrinterColumns.
#ifndef SAMPLES_KUBE_APISERVER_REST_JSON_PATH_H_
#define SAMPLES_KUBE_APISERVER_REST_JSON_PATH_H_

#include <string>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// .spec.a, .a.b\.c, .list[0].x, .list[?(@.type=="Ready")].status; the first value found, else null.
Json JsonPathValue(const Json& object, const std::string& path);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_JSON_PATH_H_
