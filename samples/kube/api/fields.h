// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One description of a type's fields, both ways. A type has
//
//   template <typename Io>
//   void Fields(Io& io) {
//     io("replicas", replicas);
//     io("serviceName", service_name);
//   }
//
// and FieldReader fills it from JSON, FieldWriter makes JSON of it. A field may be bool, int, int64, double, string,
// Json (free form), another such type, or std::optional, std::vector or std::map<std::string, ...> of these.
//
// Reading: unknown fields are passed over; a missing or null one leaves the value as it was; one of another type throws
// DecodeError, which names the path. Writing leaves out what is empty: strings, containers, optionals, null, types
// without a written field. Numbers and bools are always written: where zero is not to be, make them std::optional.
#ifndef SAMPLES_KUBE_API_FIELDS_H_
#define SAMPLES_KUBE_API_FIELDS_H_

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "samples/kube/api/json.h"

namespace kube {

class FieldReader {
 public:
  // `json` must outlive the reader. Throws DecodeError if it is no object; null is an empty one.
  explicit FieldReader(const Json& json) : FieldReader(json, "", nullptr) {}

  template <typename T>
  void operator()(const char* key, T& value) {
    if (json_.is_null()) return;
    const auto found = json_.find(key);
    if (found == json_.end() || found->is_null()) return;
    FieldReader field(key, this, *found);
    field.Read(value);
  }

 private:
  FieldReader(const Json& json, std::string name, const FieldReader* parent);
  FieldReader(std::string name, const FieldReader* parent, const Json& json)  // of any type
      : json_(json), name_(std::move(name)), parent_(parent) {}

  [[noreturn]] void Fail(const char* expected) const;
  void CheckObject() const;

  void Read(bool& value) const;
  void Read(std::string& value) const;
  void Read(double& value) const;
  void Read(std::int64_t& value) const;
  void Read(int& value) const;
  void Read(Json& value) const { value = json_; }

  template <typename T>
  void Read(std::optional<T>& value) {
    T read{};
    Read(read);
    value = std::move(read);
  }
  template <typename T>
  void Read(std::vector<T>& value) {
    if (!json_.is_array()) Fail("a list");
    value.clear();
    for (std::size_t i = 0; i < json_.size(); ++i) {
      FieldReader item("[" + std::to_string(i) + "]", this, json_[i]);
      item.Read(value.emplace_back());
    }
  }
  template <typename T>
  void Read(std::map<std::string, T>& value) {
    CheckObject();
    value.clear();
    for (const auto& [key, item_json] : json_.items()) {
      if (item_json.is_null()) continue;
      FieldReader item(key, this, item_json);
      item.Read(value[key]);
    }
  }
  template <typename T>
  auto Read(T& value) -> decltype(value.Fields(*this)) {
    CheckObject();
    value.Fields(*this);
  }

  const Json& json_;
  std::string name_;
  const FieldReader* parent_;
};

class FieldWriter {
 public:
  template <typename T>
  void operator()(const char* key, const T& value) {
    Json written = Write(value);
    if (!written.is_null()) json_[key] = std::move(written);
  }
  Json Take() { return std::move(json_); }

  // What `value` is as JSON; null: nothing to write.
  template <typename T>
  static Json Write(const T& value) {
    if constexpr (std::is_arithmetic_v<T>) {
      return value;
    } else if constexpr (std::is_same_v<T, std::string>) {
      return value.empty() ? Json() : Json(value);
    } else if constexpr (std::is_same_v<T, Json>) {
      return value;
    } else {
      return WriteOther(value);
    }
  }

 private:
  template <typename T>
  static Json WriteOther(const std::optional<T>& value) {
    if (!value) return nullptr;
    if constexpr (std::is_same_v<T, std::string>) {
      return *value;  // present and empty is something
    } else {
      Json written = Write(*value);
      return written.is_null() ? Json::object() : written;
    }
  }
  template <typename T>
  static Json WriteOther(const std::vector<T>& value) {
    if (value.empty()) return nullptr;
    Json list = Json::array();
    for (const T& item : value) {
      if constexpr (std::is_same_v<T, std::string>) {
        list.push_back(item);
      } else {
        Json written = Write(item);
        list.push_back(written.is_null() ? Json::object() : std::move(written));
      }
    }
    return list;
  }
  template <typename T>
  static Json WriteOther(const std::map<std::string, T>& value) {
    if (value.empty()) return nullptr;
    Json object = Json::object();
    for (const auto& [key, item] : value) {
      if constexpr (std::is_same_v<T, std::string>) {
        object[key] = item;
      } else {
        object[key] = Write(item);
      }
    }
    return object;
  }
  template <typename T>
  static auto WriteOther(const T& value)
      -> decltype(const_cast<T&>(value).Fields(std::declval<FieldWriter&>()), Json()) {
    FieldWriter writer;
    const_cast<T&>(value).Fields(writer);  // Fields is one function for both ways; a writer changes nothing
    return writer.json_.empty() ? Json() : writer.Take();
  }

  Json json_ = Json::object();
};

}  // namespace kube

#endif  // SAMPLES_KUBE_API_FIELDS_H_
