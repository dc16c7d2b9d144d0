// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Decoding of structs, as encoding/json would.
#include "samples/kube/apiserver/schema/typed.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/schema/type_text.h"

namespace kube::apiserver {
namespace {

const auto& Types() {
  static const auto types = ReadTypes(R"(
Inner
  count *int32
  when time
Outer
  name string
  flag bool
  inner Inner
  maybe *Inner
  data map[string]string
)",
                                      {});
  return types;
}

TEST(TypedTest, ZeroValuesGoAndStructsStay) {
  Json value = {{"name", ""}, {"flag", false}, {"data", Json::object()}, {"inner", {{"count", 0}}}};
  EXPECT_EQ(DecodeStruct(value, *Types().at("Outer")).error, "");
  EXPECT_EQ(value, (Json{{"inner", {{"count", 0}}}}));
}

TEST(TypedTest, ErrorsNameTheStructAndTheWay) {
  Json value = {{"inner", {{"count", "x"}}}};
  EXPECT_EQ(DecodeStruct(value, *Types().at("Outer")).error,
            "json: cannot unmarshal string into Go struct field Inner.inner.count of type int32");
  value = {{"data", {{"n", 5}}}};
  EXPECT_EQ(DecodeStruct(value, *Types().at("Outer")).error,
            "json: cannot unmarshal number into Go struct field Outer.data of type string");
  value = {{"inner", {{"when", "yesterday"}}}};
  EXPECT_EQ(DecodeStruct(value, *Types().at("Outer")).error,
            "parsing time \"yesterday\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"yesterday\" as \"2006\"");
}

TEST(TypedTest, UnknownFieldsAreNamedWithTheirPath) {
  Json value = {{"inner", {{"bogus", 1}}}};
  EXPECT_EQ(DecodeStruct(value, *Types().at("Outer")).unknown, std::vector<std::string>{"inner.bogus"});
}

}  // namespace
}  // namespace kube::apiserver
