// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/multigres/api/spec_reader.h"

#include <algorithm>
#include <cctype>

namespace multigres {
namespace {

constexpr std::size_t kMostProblemsSaid = 8;
constexpr std::size_t kLongestText = 512;
constexpr std::size_t kLongestLabel = 63;
constexpr std::size_t kLongestQuote = 60;

// The value as a person wrote it, short enough for a line.
std::string Quoted(const kube::Json& value) {
  std::string text = value.dump(-1, ' ', true, kube::Json::error_handler_t::replace);
  if (text.size() > kLongestQuote) text = text.substr(0, kLongestQuote) + "...";
  return text;
}

const kube::Json& EmptyObject() {
  static const kube::Json empty = kube::Json::object();
  return empty;
}

bool IsLabel(std::string_view text) {
  if (text.empty() || text.size() > kLongestLabel || text.front() == '-' || text.back() == '-') return false;
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::islower(c) || std::isdigit(c) || c == '-'; });
}

bool IsQuantity(std::string_view text) {
  if (text.size() < 3 || text.size() > 11 || text[0] == '0') return false;
  const std::string_view unit = text.substr(text.size() - 2);
  if (unit != "Ki" && unit != "Mi" && unit != "Gi" && unit != "Ti") return false;
  return std::all_of(text.begin(), text.end() - 2, [](unsigned char c) { return std::isdigit(c); });
}

}  // namespace

std::string Join(const Problems& problems) {
  std::string line;
  for (std::size_t i = 0; i < problems.size(); ++i) {
    if (i == kMostProblemsSaid) return line + "; and " + std::to_string(problems.size() - i) + " more";
    line += (i == 0 ? "" : "; ") + problems[i];
  }
  return line;
}

SpecReader::SpecReader(const kube::Json& object, std::string path, Problems& problems)
    : object_(object.is_object() ? object : EmptyObject()), path_(std::move(path)), problems_(problems) {
  if (!object.is_object() && !object.is_null()) {
    problems_.push_back(path_ + " is " + Quoted(object) + ": expected an object with fields");
  }
}

std::string SpecReader::Path(const std::string& name) const { return path_.empty() ? name : path_ + "." + name; }

const kube::Json* SpecReader::Find(const std::string& name) const {
  const auto found = object_.find(name);
  return found == object_.end() || found->is_null() ? nullptr : &*found;
}

bool SpecReader::Has(const std::string& name) const { return Find(name) != nullptr; }

void SpecReader::Complain(const std::string& problem) const { problems_.push_back(Path(problem)); }

void SpecReader::Expected(const std::string& name, const kube::Json& value, const std::string& what) const {
  problems_.push_back(Path(name) + " is " + Quoted(value) + ": expected " + what);
}

void SpecReader::AllowOnly(std::initializer_list<std::string_view> names) const {
  for (const auto& item : object_.items()) {
    if (std::find(names.begin(), names.end(), item.key()) != names.end()) continue;
    std::string list;
    for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    problems_.push_back(Path(item.key()) + " is not a field: expected " + list + "; correct its spelling or remove it");
  }
}

std::string SpecReader::Text(const std::string& name, const std::string& otherwise) const {
  const kube::Json* value = Find(name);
  if (value == nullptr) return otherwise;
  if (value->is_string()) {
    const std::string& text = value->get_ref<const std::string&>();
    if (!text.empty() && text.size() <= kLongestText) return text;
  }
  Expected(name, *value, "text of 1 to " + std::to_string(kLongestText) + " bytes");
  return otherwise;
}

std::string SpecReader::Quantity(const std::string& name, const std::string& otherwise) const {
  const kube::Json* value = Find(name);
  if (value == nullptr) return otherwise;
  if (value->is_string() && IsQuantity(value->get_ref<const std::string&>())) return *value;
  Expected(name, *value, "a size such as \"10Gi\"");
  return otherwise;
}

std::string SpecReader::Label(const std::string& name, const std::string& otherwise) const {
  const kube::Json* value = Find(name);
  if (value == nullptr) return otherwise;
  if (value->is_string() && IsLabel(value->get_ref<const std::string&>())) return *value;
  Expected(name, *value, "lower-case letters, digits and '-', at most 63 of them");
  return otherwise;
}

int SpecReader::Integer(const std::string& name, int otherwise, int low, int high) const {
  const kube::Json* value = Find(name);
  if (value == nullptr) return otherwise;
  if (value->is_number_unsigned()) {
    const auto number = value->get<std::uint64_t>();
    if (number <= static_cast<std::uint64_t>(high) && static_cast<std::int64_t>(number) >= low) {
      return static_cast<int>(number);
    }
  } else if (value->is_number_integer()) {
    const auto number = value->get<std::int64_t>();
    if (number >= low && number <= high) return static_cast<int>(number);
  }
  Expected(name, *value, "an integer from " + std::to_string(low) + " to " + std::to_string(high));
  return otherwise;
}

SpecReader SpecReader::Object(const std::string& name) const {
  const kube::Json* value = Find(name);
  return SpecReader(value == nullptr ? EmptyObject() : *value, Path(name), problems_);
}

std::vector<SpecReader> SpecReader::Objects(const std::string& name) const {
  std::vector<SpecReader> objects;
  const kube::Json* value = Find(name);
  if (value == nullptr) return objects;
  if (!value->is_array()) {
    Expected(name, *value, "a list");
    return objects;
  }
  for (std::size_t i = 0; i < value->size(); ++i) {
    objects.emplace_back((*value)[i], Path(name) + "[" + std::to_string(i) + "]", problems_);
  }
  return objects;
}

}  // namespace multigres
