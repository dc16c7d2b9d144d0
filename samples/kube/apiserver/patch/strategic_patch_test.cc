// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Directives and orders on lists of a small kind.
#include "samples/kube/apiserver/patch/strategic_patch.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/schema/type_text.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

Json Patched(const char* before, const char* patch) {
  static const auto types = ReadTypes(R"(
Item
  name string
  value string
Spec
  items []Item keys=name merge=name
  words []string set merge
  plain []Item atomic
  labels map[string]string
)",
                                      {});
  Json object = Json::parse(before);
  StrategicMerge(object, Json::parse(patch), types.at("Spec").get());
  return object;
}

int CodeOf(const char* before, const char* patch) {
  try {
    Patched(before, patch);
  } catch (const StatusError& error) {
    return error.code();
  }
  return 200;
}

TEST(StrategicPatchTest, ListsAreMergedByKeyAndNewItemsComeFirst) {
  EXPECT_EQ(Patched(R"({"items": [{"name": "a", "value": "1"}, {"name": "b"}]})",
                    R"({"items": [{"name": "c"}, {"name": "a", "value": "2"}]})")["items"],
            Json::parse(R"([{"name": "c"}, {"name": "a", "value": "2"}, {"name": "b"}])"));
  EXPECT_EQ(Patched(R"({"plain": [{"name": "a"}]})", R"({"plain": [{"name": "b"}]})")["plain"],
            Json::parse(R"([{"name": "b"}])"));
}

TEST(StrategicPatchTest, ItemsAreDeletedReplacedAndOrdered) {
  const char* before = R"({"items": [{"name": "a"}, {"name": "b"}, {"name": "c"}]})";
  EXPECT_EQ(Patched(before, R"({"items": [{"$patch": "delete", "name": "b"}]})")["items"],
            Json::parse(R"([{"name": "a"}, {"name": "c"}])"));
  EXPECT_EQ(Patched(before, R"({"items": [{"name": "z"}, {"$patch": "replace"}]})")["items"],
            Json::parse(R"([{"name": "z"}])"));
  EXPECT_EQ(Patched(before, R"({"$setElementOrder/items": [{"name": "c"}, {"name": "b"}, {"name": "a"}]})")["items"],
            Json::parse(R"([{"name": "c"}, {"name": "b"}, {"name": "a"}])"));
}

TEST(StrategicPatchTest, PrimitivesAreUnitedAndTakenOut) {
  EXPECT_EQ(Patched(R"({"words": ["a", "b"]})", R"({"words": ["c", "a"]})")["words"], (Json{"c", "a", "b"}));
  EXPECT_EQ(Patched(R"({"words": ["a", "b"]})", R"({"$deleteFromPrimitiveList/words": ["a"]})")["words"],
            Json::array({"b"}));
}

TEST(StrategicPatchTest, MapsLoseNullsAndWhatIsNotRetained) {
  EXPECT_EQ(Patched(R"({"labels": {"a": "1", "b": "2"}})", R"({"labels": {"a": null, "c": "3"}})")["labels"],
            Json::parse(R"({"b": "2", "c": "3"})"));
  EXPECT_EQ(Patched(R"({"labels": {"a": "1"}})", R"({"labels": {"$retainKeys": ["b"], "b": "2"}})")["labels"],
            Json::parse(R"({"b": "2"})"));
  EXPECT_EQ(Patched(R"({"labels": {"a": "1"}})", R"({"labels": {"$patch": "replace", "b": "2"}})")["labels"],
            Json::parse(R"({"b": "2"})"));
}

TEST(StrategicPatchTest, RefusesWhatItCannotMerge) {
  EXPECT_EQ(CodeOf(R"({"items": [{"name": "a"}]})", R"({"items": [{"value": "1"}]})"), 500);
  EXPECT_EQ(CodeOf(R"({"labels": {}})", R"({"labels": {"$patch": "frob"}})"), 500);
  EXPECT_EQ(CodeOf(R"({"labels": {}})", R"({"labels": {"$retainKeys": ["b"], "c": "2"}})"), 400);
  EXPECT_EQ(CodeOf(R"({"items": []})", R"({"$setElementOrder/items": "x"})"), 400);
}

}  // namespace
}  // namespace kube::apiserver
