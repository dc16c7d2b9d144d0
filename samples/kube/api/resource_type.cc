// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Paths of the Kubernetes API: /api/v1 for the core group, /apis/<group>/<version> for others.
#include "samples/kube/api/resource_type.h"

namespace kube {
namespace {

// A name comes from outside: it may hold anything, and must stay one segment of the path (RFC 3986, section 3.3).
std::string Escape(const std::string& segment) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : segment) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                       c == '_' || c == '~' || (c == '.' && segment != "." && segment != "..");
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string Join(const ResourceType& type, const std::string& ns, const std::string& name,
                 const std::string& subresource) {
  std::string path = *type.group == '\0' ? std::string("/api/") + type.version
                                         : std::string("/apis/") + type.group + "/" + type.version;
  if (type.namespaced && !ns.empty()) path += "/namespaces/" + ns;
  path += std::string("/") + type.plural;
  if (!name.empty()) path += "/" + name;
  if (!subresource.empty()) path += "/" + subresource;
  return path;
}

}  // namespace

std::string ResourceType::ApiVersion() const {
  return *group == '\0' ? std::string(version) : std::string(group) + "/" + version;
}

std::string ResourceType::Path(const ObjectKey& key, const std::string& subresource) const {
  return Join(*this, Escape(key.ns), Escape(key.name), subresource);
}

std::string ResourceType::Route(const ObjectKey& key, const std::string& subresource) const {
  return Join(*this, key.ns.empty() ? "" : "{namespace}", key.name.empty() ? "" : "{name}", subresource);
}

}  // namespace kube
