// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Label and field selectors.
#ifndef SAMPLES_KUBE_APISERVER_QUERY_SELECTOR_H_
#define SAMPLES_KUBE_APISERVER_QUERY_SELECTOR_H_

#include <string>
#include <vector>

#include "samples/kube/apiserver/wire/json.h"

namespace kube::apiserver {

class Selector {
 public:
  Selector() = default;  // selects everything
  // The query parameters, decoded; empty: everything. `allowed`: the paths a field selector may name. Throws
  // StatusError (400) with the real server's words.
  static Selector Parse(const std::string& labels, const std::string& fields, const std::vector<std::string>& allowed);

  bool Matches(const Json& object) const;
  bool empty() const { return labels_.empty() && fields_.empty(); }
  // What a field selector pins, as an informer of one object does; empty: nothing.
  std::string PinnedNamespace() const;

 private:
  struct Requirement {
    std::string key;
    enum class Kind { kIn, kNotIn, kExists, kNotExists, kGreater, kLess } kind = Kind::kIn;
    std::vector<std::string> values;
  };
  static std::vector<Requirement> ParseLabels(const std::string& text);
  static bool Holds(const Requirement& requirement, const Json& value);

  std::vector<Requirement> labels_;
  std::vector<Requirement> fields_;  // key: a path such as metadata.name
};

// A LabelSelector object (matchLabels, matchExpressions) against a label map.
bool MatchesLabelSelector(const Json& selector, const Json& labels);

// A meta/v1 LabelSelector as text; `empty` for one that selects all.
std::string SelectorText(const Json& selector, const char* empty = "");

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_QUERY_SELECTOR_H_
