// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The query of a URL.
#ifndef SAMPLES_KUBE_CLIENT_QUERY_H_
#define SAMPLES_KUBE_CLIENT_QUERY_H_

#include <string>

namespace kube {

class Query {
 public:
  void Add(const std::string& name, const std::string& value);  // an empty value: nothing is added
  const std::string& Text() const { return text_; }             // without "?"

 private:
  std::string text_;
};

}  // namespace kube

#endif  // SAMPLES_KUBE_CLIENT_QUERY_H_
