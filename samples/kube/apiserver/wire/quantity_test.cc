// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Canonical spellings.
#include "samples/kube/apiserver/wire/quantity.h"

#include <gtest/gtest.h>

namespace kube::apiserver {
namespace {

std::string Canonical(const std::string& text) {
  const auto quantity = Quantity::Parse(text);
  return quantity ? quantity->Text() : "none";
}

TEST(QuantityTest, IsSpelledAsTheRealServerDoes) {
  EXPECT_EQ(Canonical("1000m"), "1");
  EXPECT_EQ(Canonical("0.5"), "500m");
  EXPECT_EQ(Canonical("1024Mi"), "1Gi");
  EXPECT_EQ(Canonical("1.5Gi"), "1536Mi");
  EXPECT_EQ(Canonical("512"), "512");
  EXPECT_EQ(Canonical("0.5Ki"), "512");
  EXPECT_EQ(Canonical("1e3"), "1e3");
  EXPECT_EQ(Canonical("1500000"), "1500k");
  EXPECT_EQ(Canonical("-2"), "-2");
  EXPECT_EQ(Canonical("0Gi"), "0");
  EXPECT_EQ(Canonical("1E"), "1E");
  EXPECT_EQ(Canonical("0.0000000001"), "1n");
}

TEST(QuantityTest, RefusesWhatIsNone) {
  for (const char* text :
       {"", "one", "1x", "1.2.3", "Gi", "--1", "1e", "1ee3", "99999999999999999999999999999999999"}) {
    EXPECT_EQ(Canonical(text), "none") << text;
  }
}

TEST(QuantityTest, Compares) {
  EXPECT_TRUE(*Quantity::Parse("999m") < *Quantity::Parse("1"));
  EXPECT_FALSE(*Quantity::Parse("1Gi") < *Quantity::Parse("1G"));
}

}  // namespace
}  // namespace kube::apiserver
