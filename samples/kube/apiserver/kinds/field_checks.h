// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Checks of single fields that many built-in kinds share, in the real server's words.
#ifndef SAMPLES_KUBE_APISERVER_KINDS_FIELD_CHECKS_H_
#define SAMPLES_KUBE_APISERVER_KINDS_FIELD_CHECKS_H_

#include <initializer_list>
#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/field_error.h"
#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

// Each of `fields` of `object` that is there; `path` is that of the object.
void CheckNonNegative(const Json& object, std::initializer_list<const char*> fields, const std::string& path,
                      FieldErrors& errors);
// A count of `object` that is above the one named `most`.
void CheckAtMost(const Json& object, std::initializer_list<const char*> fields, const char* most,
                 const std::string& message, const std::string& path, FieldErrors& errors);
void CheckOneOf(const Json& value, const std::vector<std::string>& allowed, const std::string& path,
                FieldErrors& errors);
void CheckPortNumber(const Json& port, const std::string& path, FieldErrors& errors);
std::vector<std::string> PortNameErrors(const std::string& name);
// A number or a name.
void CheckPort(const Json& port, const std::string& path, FieldErrors& errors);
void CheckIntOrPercent(const Json& value, const std::string& path, FieldErrors& errors);
void CheckLabelMap(const Json& labels, const std::string& path, FieldErrors& errors);
void CheckLabelSelector(const Json& selector, const std::string& path, FieldErrors& errors);
FieldError NotFoundField(const std::string& path, const Json& value);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_KINDS_FIELD_CHECKS_H_
