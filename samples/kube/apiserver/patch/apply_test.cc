// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Server-side apply on a keyed list, and who owns what after it.
#include "samples/kube/apiserver/patch/apply.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/kinds/object_meta.h"
#include "samples/kube/apiserver/wire/status_error.h"

namespace kube::apiserver {
namespace {

Resource Kind() {
  Resource resource;
  resource.group = "g";
  resource.version = "v1";
  resource.kind = "K";
  auto schema = std::make_shared<Schema>(*ParseSchema(Json::parse(R"({"type": "object", "properties": {
    "apiVersion": {"type": "string"}, "kind": {"type": "string"},
    "spec": {"type": "object", "properties": {"n": {"type": "integer"}, "cells": {"type": "array",
      "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"], "items": {"type": "object",
      "properties": {"name": {"type": "string"}, "w": {"type": "integer"}}}}}}}})")));
  schema->properties["metadata"] = MetaTypes().at("ObjectMeta");
  resource.schema = schema;
  resource.zero = {{"metadata", Json::object()}};
  return resource;
}

Json Config(const Json& spec) {
  return {{"apiVersion", "g/v1"}, {"kind", "K"}, {"metadata", {{"name", "a"}}}, {"spec", spec}};
}
Manager Of(const std::string& name) { return {name, "Apply", "g/v1", ""}; }

TEST(ApplyTest, ItemsOfTwoManagersAreMergedAndDroppedOneByOne) {
  const Resource kind = Kind();
  const Json one = Apply(kind, nullptr, Config({{"cells", {{{"name", "x"}, {"w", 1}}}}}), Of("one"), false).object;
  const Json two = Apply(kind, &one, Config({{"cells", {{{"name", "y"}}}}}), Of("two"), false).object;
  EXPECT_EQ(two["spec"]["cells"], (Json{{{"name", "x"}, {"w", 1}}, {{"name", "y"}}}));
  const Json dropped = Apply(kind, &two, Config({{"n", 1}}), Of("one"), false).object;
  EXPECT_EQ(dropped["spec"], (Json{{"n", 1}, {"cells", {{{"name", "y"}}}}}));
}

TEST(ApplyTest, ConflictNamesManagerAndField) {
  const Resource kind = Kind();
  const Json one = Apply(kind, nullptr, Config({{"n", 1}}), Of("one"), false).object;
  try {
    Apply(kind, &one, Config({{"n", 2}}), Of("two"), false);
    FAIL() << "no conflict";
  } catch (const StatusError& error) {
    EXPECT_EQ(error.code(), 409);
    EXPECT_STREQ(error.what(), "Apply failed with 1 conflict: conflict with \"one\": .spec.n");
  }
  const Json forced = Apply(kind, &one, Config({{"n", 2}}), Of("two"), true).object;
  EXPECT_EQ(forced["spec"]["n"], 2);
  EXPECT_EQ(forced["metadata"]["managedFields"].size(), 1u);
}

TEST(ApplyTest, FieldNotInTheSchema) {
  EXPECT_THROW(Apply(Kind(), nullptr, Config({{"bogus", 1}}), Of("one"), false), StatusError);
}

TEST(FieldSetTest, WritesAndReadsFieldsV1) {
  const Json text = Json::parse(R"({"f:spec": {"f:cells": {"k:{\"name\":\"x\"}": {".": {}, "f:w": {}}}, "f:n": {}}})");
  EXPECT_EQ(FieldSet::Read(text).Write(), text);
  EXPECT_EQ(FieldSet::Read(text).Paths(),
            (std::vector<std::string>{".spec.cells[name=\"x\"]", ".spec.cells[name=\"x\"].w", ".spec.n"}));
}

}  // namespace
}  // namespace kube::apiserver
