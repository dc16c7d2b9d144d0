// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Drift: the server fills in defaults, sorts lists and rewrites quantities; none of that is a change.
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "samples/kube/client/apply.h"

namespace kube {
namespace {

// k8s.io/apimachinery's resource.Quantity: a decimal with a suffix. Approximate: differences below 1e-12 of the value
// are none.
std::optional<double> Quantity(const Json& json) {
  if (json.is_number()) return json.get<double>();
  if (!json.is_string()) return std::nullopt;
  const auto& text = json.get_ref<const std::string&>();
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  const std::string suffix(end, text.data() + text.size());
  struct Unit {
    const char* suffix;
    double factor;
  };
  static const std::array<Unit, 16> kUnits{{{"", 1},
                                            {"n", 1e-9},
                                            {"u", 1e-6},
                                            {"m", 1e-3},
                                            {"k", 1e3},
                                            {"M", 1e6},
                                            {"G", 1e9},
                                            {"T", 1e12},
                                            {"P", 1e15},
                                            {"E", 1e18},
                                            {"Ki", 0x1p10},
                                            {"Mi", 0x1p20},
                                            {"Gi", 0x1p30},
                                            {"Ti", 0x1p40},
                                            {"Pi", 0x1p50},
                                            {"Ei", 0x1p60}}};
  for (const Unit& unit : kUnits) {
    if (suffix == unit.suffix) return number * unit.factor;
  }
  return std::nullopt;
}

bool SameAmount(const Json& live, const Json& desired) {
  const std::optional<double> a = Quantity(live);
  const std::optional<double> b = Quantity(desired);
  return a && b && std::abs(*a - *b) <= 1e-12 * std::max(std::abs(*a), std::abs(*b));
}

// Whether both name the same element of a list: structural-merge-diff's keys of the built-in kinds.
bool SameElement(const Json& live, const Json& desired) {
  for (const char* key : {"uid", "name", "type", "containerPort", "port", "ip", "mountPath", "key", "topologyKey"}) {
    const auto wanted = desired.find(key);
    if (wanted == desired.end()) continue;
    const auto has = live.find(key);
    if (has == live.end() || *has != *wanted) return false;
    const auto protocol = desired.find("protocol");
    return protocol == desired.end() || live.value("protocol", Json()) == *protocol;
  }
  return true;
}

bool CoversAt(const Json& live, const Json& desired, bool quantities);

bool CoversList(const Json& live, const Json& desired, bool quantities) {
  if (!live.is_array()) return desired.empty();
  for (std::size_t i = 0; i < desired.size(); ++i) {
    const Json& wanted = desired[i];
    if (!wanted.is_object()) {
      if (live.size() != desired.size() || !CoversAt(live[i], wanted, quantities)) return false;
      continue;
    }
    bool found = false;
    for (const Json& element : live) {
      if (element.is_object() && SameElement(element, wanted) && CoversAt(element, wanted, quantities)) {
        found = true;
        break;
      }
    }
    if (!found) return false;
  }
  return true;
}

bool CoversAt(const Json& live, const Json& desired, bool quantities) {
  if (desired.is_array()) return CoversList(live, desired, quantities);
  if (!desired.is_object()) return live == desired || (quantities && SameAmount(live, desired));
  if (!live.is_object()) return desired.empty();
  for (const auto& [key, wanted] : desired.items()) {
    const bool amounts = quantities || key == "requests" || key == "limits" || key == "capacity";
    const auto found = live.find(key);
    if (found == live.end()) {
      if (wanted.is_null() || ((wanted.is_object() || wanted.is_array()) && wanted.empty())) continue;
      return false;
    }
    if (!CoversAt(*found, wanted, amounts)) return false;
  }
  return true;
}

}  // namespace

bool Covers(const Json& live, const Json& desired) { return CoversAt(live, desired, false); }

}  // namespace kube
