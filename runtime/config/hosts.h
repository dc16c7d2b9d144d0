// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which hosts are sent the headers of a trace: SPANSMITH_PROPAGATE_TO, all where it is not set, without those of
// SPANSMITH_NO_PROPAGATE_TO. Both are lists of patterns, separated by commas: `*.svc.cluster.local`, `10.0.*`.
#ifndef SPANSMITH_CONFIG_HOSTS_H_
#define SPANSMITH_CONFIG_HOSTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "config/environment.h"
#include "config/values.h"

namespace spansmith::config {

struct HostRules {
  bool all = true;              // `to` was not said
  std::vector<std::string> to;  // lower case; empty with `all` false: nobody
  std::vector<std::string> not_to;

  // `host`: as in a URL, without a port; in any case, with or without a final dot. An address of IPv6 may have its
  // brackets.
  bool May(std::string_view host) const;
};

// A pattern with a scheme, a path, a port or a blank is left out, with a notice.
HostRules ReadHostRules(const Environment& environment, Notices& notices);

// "a,b"; "*" for all of `to`.
std::string ToText(const HostRules& rules);
std::string NotToText(const HostRules& rules);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_HOSTS_H_
