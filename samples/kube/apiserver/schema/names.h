// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The rules of names, labels and the like, with the messages of apimachinery's validation.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_NAMES_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_NAMES_H_

#include <string>
#include <vector>

namespace kube::apiserver {

// Each gives what is wrong, or nothing.
std::string Subdomain1123Error(const std::string& name);  // most kinds
std::string Label1123Error(const std::string& name);      // namespaces
std::string Label1035Error(const std::string& name);      // services
// Of a label, annotation or finalizer; `what` it is called where it has too many parts.
std::vector<std::string> QualifiedNameErrors(const std::string& key, const char* what = "a valid label key");
std::string LabelValueError(const std::string& value);
std::string ConfigKeyError(const std::string& key);  // keys of ConfigMaps and Secrets

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_NAMES_H_
