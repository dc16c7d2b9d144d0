// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See header_list.h.
#include "header_list.h"

#include <strings.h>

namespace spansmith::libcurl {

bool HeaderList::ProgramHas(std::string_view name) const noexcept {
  for (const curl_slist* each = program_; each != nullptr; each = each->next) {
    // "Name: value", "Name:" to leave libcurl's own out, "Name;" for one without content.
    if (each->data != nullptr && strncasecmp(each->data, name.data(), name.size()) == 0 &&
        (each->data[name.size()] == ':' || each->data[name.size()] == ';')) {
      return true;
    }
  }
  return false;
}

void HeaderList::Set(std::string_view name, std::string_view value) {
  if (ProgramHas(name)) return;
  std::string line(name);
  line.append(": ").append(value);
  for (Ours& each : ours_) {
    if (each.name != name) continue;
    each.line = std::move(line);
    each.node.data = each.line.data();
    return;
  }
  // Behind the first: libcurl may have its address already, and reads what comes after it.
  const auto place = ours_.empty() ? ours_.end() : std::next(ours_.begin());
  const auto added = ours_.insert(place, Ours{std::string(name), std::move(line), {}});
  added->node.data = added->line.data();
  const auto next = std::next(added);
  added->node.next = next == ours_.end() ? program_ : &next->node;
  if (added != ours_.begin()) std::prev(added)->node.next = &added->node;
}

void HeaderList::Blank() {
  for (Ours& each : ours_) {
    each.line = each.name + ':';
    each.node.data = each.line.data();
  }
}

}  // namespace spansmith::libcurl
