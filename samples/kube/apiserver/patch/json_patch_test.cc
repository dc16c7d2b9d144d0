// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Operations, and what the library lets pass.
#include "samples/kube/apiserver/patch/json_patch.h"

#include <gtest/gtest.h>

namespace kube::apiserver {
namespace {

// Null: the patch does not apply.
Json Patched(const char* document, const char* patch) {
  Json value = Json::parse(document);
  return ApplyJsonPatch(value, Json::parse(patch)) ? value : Json(nullptr);
}

TEST(JsonPatchTest, Operations) {
  EXPECT_EQ(Patched(R"({"a": [1, 2]})", R"([{"op": "add", "path": "/a/1", "value": 5}])"),
            Json::parse(R"({"a": [1, 5, 2]})"));
  EXPECT_EQ(Patched(R"({"a": [1]})", R"([{"op": "add", "path": "/a/-", "value": 5}])"),
            Json::parse(R"({"a": [1, 5]})"));
  EXPECT_EQ(Patched(R"({"a": [1, 2]})", R"([{"op": "remove", "path": "/a/-1"}])"), Json::parse(R"({"a": [1]})"));
  EXPECT_EQ(Patched(R"({"a/b": 1})", R"([{"op": "move", "from": "/a~1b", "path": "/c"}])"), Json::parse(R"({"c": 1})"));
  EXPECT_EQ(Patched(R"({"a": 1})", R"([{"op": "replace", "path": "", "value": {"b": 2}}])"),
            Json::parse(R"({"b": 2})"));
}

TEST(JsonPatchTest, Failures) {
  for (const char* patch :
       {R"([{"op": "replace", "path": "/b", "value": 1}])", R"([{"op": "remove", "path": "/b"}])",
        R"([{"op": "add", "path": "/b/c", "value": 1}])", R"([{"op": "add", "path": "/l/9", "value": 1}])",
        R"([{"op": "test", "path": "/a", "value": 2}])", R"([{"op": "move", "from": "/b", "path": "/c"}])",
        R"([{"op": "frob", "path": "/a"}])", R"([{"op": "add", "value": 1}])"}) {
    EXPECT_TRUE(Patched(R"({"a": 1, "l": []})", patch).is_null()) << patch;
  }
}

TEST(JsonPatchTest, NothingIsNull) {
  EXPECT_FALSE(Patched(R"({"a": 1})", R"([{"op": "test", "path": "/b", "value": null}])").is_null());
  EXPECT_EQ(Patched(R"({"a": 1})", R"([{"op": "copy", "from": "/b", "path": "/c"}])"),
            Json::parse(R"({"a": 1, "c": null})"));
}

}  // namespace
}  // namespace kube::apiserver
