// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Scalars, and the path of a field that is wrong.
#include "samples/kube/api/fields.h"

#include <utility>

#include "samples/kube/errors/errors.h"

namespace kube {

FieldReader::FieldReader(const Json& json, std::string name, const FieldReader* parent)
    : json_(json), name_(std::move(name)), parent_(parent) {
  if (!json_.is_null()) CheckObject();
}

void FieldReader::Fail(const char* expected) const {
  std::string path;
  for (const FieldReader* at = this; at != nullptr; at = at->parent_) {
    if (at->name_.empty()) continue;
    path = path.empty() || path.front() == '[' ? at->name_ + path : at->name_ + "." + path;
  }
  throw DecodeError(
      (path.empty() ? "" : path + ": ") + "expected " + expected + ", got " +
      (json_.is_number() ? "the number " + json_.dump() : std::string("a value of type ") + json_.type_name()));
}

void FieldReader::CheckObject() const {
  if (!json_.is_object()) Fail("an object");
}

void FieldReader::Read(bool& value) const {
  if (!json_.is_boolean()) Fail("true or false");
  value = json_.get<bool>();
}

void FieldReader::Read(std::string& value) const {
  if (!json_.is_string()) Fail("a string");
  value = json_.get_ref<const std::string&>();
}

void FieldReader::Read(double& value) const {
  if (!json_.is_number()) Fail("a number");
  value = json_.get<double>();
}

void FieldReader::Read(std::int64_t& value) const {
  if (!json_.is_number_integer()) Fail("an integer");
  if (json_.is_number_unsigned() &&
      json_.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
    Fail("an integer of 64 bits");
  }
  value = json_.get<std::int64_t>();
}

void FieldReader::Read(int& value) const {
  std::int64_t wide = 0;
  Read(wide);
  if (wide < std::numeric_limits<int>::min() || wide > std::numeric_limits<int>::max()) Fail("an integer of 32 bits");
  value = static_cast<int>(wide);
}

}  // namespace kube
