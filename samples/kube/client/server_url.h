// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The parts of a server's URL that requests and their spans need.
#ifndef SAMPLES_KUBE_CLIENT_SERVER_URL_H_
#define SAMPLES_KUBE_CLIENT_SERVER_URL_H_

#include <string>

namespace kube {

struct ServerUrl {
  std::string base;     // without a slash at its end and without credentials
  std::string prefix;   // its path: "" or "/k8s/clusters/c-1"
  std::string address;  // host, of IPv6 without brackets
  int port = 0;
};

// Throws ConfigError: no http or https, no host, a port that is none, credentials or a query in it.
ServerUrl ReadServerUrl(const std::string& text);

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_SERVER_URL_H_
