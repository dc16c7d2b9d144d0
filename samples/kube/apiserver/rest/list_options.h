// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The query parameters of lists and watches, checked.
#ifndef SAMPLES_KUBE_APISERVER_REST_LIST_OPTIONS_H_
#define SAMPLES_KUBE_APISERVER_REST_LIST_OPTIONS_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "samples/kube/apiserver/kinds/resource.h"
#include "samples/kube/apiserver/query/selector.h"

namespace kube::apiserver {

using Query = std::multimap<std::string, std::string>;  // decoded

std::string QueryText(const Query& query, const std::string& name);
bool QueryFlag(const Query& query, const std::string& name);  // Go's idea of a boolean parameter: not "0", not "false"

struct ContinueToken {
  std::uint64_t revision = 0;  // 0: whatever is there now (an inconsistent list)
  std::string name_space;      // the last object given
  std::string name;
  std::string Encode() const;
  static ContinueToken Decode(const std::string& text);  // throws 400
};

struct ListOptions {
  Selector selector;
  std::uint64_t limit = 0;
  std::string resource_version;
  std::string match;  // Exact, NotOlderThan or empty
  std::optional<ContinueToken> continues;
  bool watch = false;
  bool bookmarks = false;
  std::optional<bool> initial_events;
  int timeout_seconds = 0;         // 0: the server's choice
  std::uint64_t Revision() const;  // resource_version as a number
};

// Throws StatusError (400, 422, 500).
ListOptions ReadListOptions(const Query& query, const Resource& resource);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_REST_LIST_OPTIONS_H_
