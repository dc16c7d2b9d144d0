// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// resource.Quantity of apimachinery: 100m, 1Gi, 2e3. Exact down to a billionth, as the real one.
#ifndef SAMPLES_KUBE_APISERVER_WIRE_QUANTITY_H_
#define SAMPLES_KUBE_APISERVER_WIRE_QUANTITY_H_

#include <optional>
#include <string>

namespace kube::apiserver {

class Quantity {
 public:
  // nullopt: no quantity, or one of more than 18 digits before the point.
  static std::optional<Quantity> Parse(const std::string& text);

  // The canonical spelling: 1000m is 1, 1024Mi is 1Gi, 0.5 is 500m.
  std::string Text() const;
  bool negative() const { return nano_ < 0; }
  bool zero() const { return nano_ == 0; }
  bool operator<(const Quantity& other) const { return nano_ < other.nano_; }

 private:
  enum class Format { kDecimal, kExponent, kBinary };
  Quantity(__int128 nano, Format format) : nano_(nano), format_(format) {}

  __int128 nano_;
  Format format_;
};

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_WIRE_QUANTITY_H_
