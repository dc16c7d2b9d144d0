// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// RFC 6902 with the library's leniencies.
#include "samples/kube/apiserver/patch/json_patch.h"

#include <cerrno>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kube::apiserver {
namespace {

// Where a path ends: in an object by key, in an array by index.
struct Place {
  Json* parent = nullptr;  // null: there is none
  std::string key;
};

std::string Unescape(const std::string& part) {
  std::string out;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '~' && i + 1 < part.size() && (part[i + 1] == '0' || part[i + 1] == '1')) {
      out += part[++i] == '0' ? '~' : '/';
    } else {
      out += part[i];
    }
  }
  return out;
}

std::optional<long> Number(const std::string& text) {
  char* end = nullptr;
  errno = 0;
  const long value = std::strtol(text.c_str(), &end, 10);
  const bool right = !text.empty() && *end == '\0' && errno == 0 && text[0] != ' ';
  return right ? std::optional<long>(value) : std::nullopt;
}

// The item that `key` names; `size` bounds it.
std::optional<std::size_t> Index(const std::string& key, std::size_t size) {
  const auto number = Number(key);
  if (!number) return std::nullopt;
  const long at = *number < 0 ? *number + static_cast<long>(size) : *number;
  if (at < 0 || at >= static_cast<long>(size)) return std::nullopt;
  return static_cast<std::size_t>(at);
}

Json* Child(Json& value, const std::string& key) {
  if (value.is_object()) {
    const auto found = value.find(key);
    return found == value.end() ? nullptr : &*found;
  }
  if (!value.is_array()) return nullptr;
  const auto at = Index(key, value.size());
  return at ? &value[*at] : nullptr;
}

Place Find(Json& document, const std::string& path) {
  Place out;
  const std::size_t first = path.find('/');  // what stands before it is not looked at
  if (first == std::string::npos) return out;
  std::vector<std::string> parts;
  for (std::size_t start = first + 1; start <= path.size();) {
    const std::size_t slash = std::min(path.find('/', start), path.size());
    parts.push_back(Unescape(path.substr(start, slash - start)));
    start = slash + 1;
  }
  Json* at = &document;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    at = Child(*at, parts[i]);
    if (at == nullptr || !at->is_structured()) return out;
  }
  return {at, parts.back()};
}

bool Add(Json& document, const std::string& path, Json value) {
  const Place place = Find(document, path);
  if (place.parent == nullptr) return false;
  if (place.parent->is_object()) {
    (*place.parent)[place.key] = std::move(value);
    return true;
  }
  if (place.key == "-") {
    place.parent->push_back(std::move(value));
    return true;
  }
  const auto at = Index(place.key, place.parent->size() + 1);
  if (!at) return false;
  place.parent->insert(place.parent->begin() + static_cast<std::ptrdiff_t>(*at), std::move(value));
  return true;
}

bool Remove(Json& document, const std::string& path) {
  const Place place = Find(document, path);
  if (place.parent == nullptr || Child(*place.parent, place.key) == nullptr) return false;
  if (place.parent->is_object()) {
    place.parent->erase(place.key);
  } else {
    place.parent->erase(*Index(place.key, place.parent->size()));
  }
  return true;
}

bool Test(Json& document, const std::string& path, const Json& value) {
  if (path.empty()) return document == value;
  const Place place = Find(document, path);
  if (place.parent == nullptr) return false;
  const Json* found = Child(*place.parent, place.key);
  return found == nullptr ? value.is_null() && place.parent->is_object() : *found == value;
}

bool ApplyOne(Json& document, const Json& operation) {
  const std::string op = TextAt(operation, "op");
  const std::string path = TextAt(operation, "path"), from = TextAt(operation, "from");
  if (!operation.contains("path")) return false;
  const Json& value = At(operation, "value");
  if (op == "add") return Add(document, path, value);
  if (op == "remove") return Remove(document, path);
  if (op == "test") return Test(document, path, value);
  if (op == "replace") {
    if (path.empty()) {
      document = value;
      return true;
    }
    const Place place = Find(document, path);
    Json* found = place.parent == nullptr ? nullptr : Child(*place.parent, place.key);
    if (found == nullptr) return false;
    *found = value;
    return true;
  }
  if (op != "move" && op != "copy") return false;
  const Place source = Find(document, from);
  if (source.parent == nullptr) return false;
  const Json* found = Child(*source.parent, source.key);
  // A copy of what an object does not have is a null.
  if (found == nullptr && (op == "move" || !source.parent->is_object())) return false;
  const Json moved = found == nullptr ? Json(nullptr) : *found;
  return (op == "copy" || Remove(document, from)) && Add(document, path, moved);
}

}  // namespace

bool ApplyJsonPatch(Json& document, const Json& operations) {
  for (const Json& operation : operations) {
    if (!ApplyOne(document, operation)) return false;
  }
  return true;
}

}  // namespace kube::apiserver
