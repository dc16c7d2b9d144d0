// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One pass over the path.
#include "samples/kube/apiserver/rest/json_path.h"

#include <regex>

namespace kube::apiserver {
namespace {

// `inside`: what stands between the brackets.
const Json& Select(const Json& list, const std::string& inside) {
  static const Json none;
  if (!list.is_array()) return none;
  static const std::regex filter(R"(^\?\(\s*@\.([\w\-]+)\s*==\s*["'](.*)["']\s*\)$)");
  std::smatch match;
  if (std::regex_match(inside, match, filter)) {
    for (const Json& item : list) {
      if (TextAt(item, match[1].str()) == match[2].str()) return item;
    }
    return none;
  }
  if (inside == "*") return list.empty() ? none : list[0];
  if (inside.empty() || inside.size() > 9 || inside.find_first_not_of("0123456789") != std::string::npos) return none;
  const std::size_t index = std::stoul(inside);
  return index < list.size() ? list[index] : none;
}

}  // namespace

Json JsonPathValue(const Json& object, const std::string& path) {
  const Json* at = &object;
  std::size_t i = 0;
  while (i < path.size() && !at->is_null()) {
    if (path[i] == '[') {
      const std::size_t end = path.find(']', path.compare(i, 3, "[?(") == 0 ? path.find(')', i) : i);
      if (end == std::string::npos) return nullptr;
      at = &Select(*at, path.substr(i + 1, end - i - 1));
      i = end + 1;
      continue;
    }
    if (path[i] == '.') ++i;
    std::string name;
    for (; i < path.size() && path[i] != '.' && path[i] != '['; ++i) {
      if (path[i] == '\\' && i + 1 < path.size()) ++i;
      name += path[i];
    }
    if (!name.empty()) at = &At(*at, name);
  }
  return *at;
}

}  // namespace kube::apiserver
