// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Pruning, defaulting and validation of one small schema.
#include "samples/kube/apiserver/schema/schema.h"

#include <gtest/gtest.h>

#include "samples/kube/apiserver/schema/defaults.h"
#include "samples/kube/apiserver/schema/prune.h"
#include "samples/kube/apiserver/schema/validate.h"

namespace kube::apiserver {
namespace {

const Json kDocument = Json::parse(R"({"type": "object", "required": ["size"], "properties": {
  "size": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 7},
  "mode": {"type": "string", "default": "single", "enum": ["single", "ha"]},
  "name": {"type": "string", "pattern": "^v[0-9]+$", "maxLength": 3},
  "free": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
  "cells": {"type": "array", "maxItems": 2, "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"],
            "items": {"type": "object", "required": ["name"],
                      "properties": {"name": {"type": "string"}, "weight": {"type": "integer", "default": 1}}}}}})");

std::vector<std::string> Errors(const Json& value, const Json* old = nullptr) {
  FieldErrors errors;
  Validate(value, old, *ParseSchema(kDocument), "", errors);
  std::vector<std::string> texts;
  for (const FieldError& error : errors) texts.push_back(error.Text());
  return texts;
}

TEST(SchemaTest, PruneNamesWhatItRemoves) {
  Json value = {{"size", 1}, {"bogus", 1}, {"free", {{"x", 1}}}, {"cells", {{{"name", "a"}, {"no", 1}}}}};
  EXPECT_EQ(Prune(value, *ParseSchema(kDocument)), (std::vector<std::string>{"bogus", "cells[0].no"}));
  EXPECT_EQ(value, (Json{{"size", 1}, {"free", {{"x", 1}}}, {"cells", {{{"name", "a"}}}}}));
}

TEST(SchemaTest, DefaultsReachItemsAndReplaceForbiddenNulls) {
  Json value = {{"mode", nullptr}, {"cells", {{{"name", "a"}}}}};
  FillDefaults(value, *ParseSchema(kDocument));
  EXPECT_EQ(value, (Json{{"mode", "single"}, {"cells", {{{"name", "a"}, {"weight", 1}}}}}));
}

TEST(SchemaTest, MessagesAreThoseOfTheRealServer) {
  EXPECT_EQ(Errors({{"size", 8}}),
            std::vector<std::string>{"size: Invalid value: 8: size in body should be less than or equal to 7"});
  EXPECT_EQ(Errors(Json::object()), std::vector<std::string>{"size: Required value"});
  EXPECT_EQ(
      Errors({{"size", "x"}}),
      std::vector<std::string>{"size: Invalid value: \"string\": size in body must be of type integer: \"string\""});
  EXPECT_EQ(Errors({{"size", 1}, {"mode", "many"}}),
            std::vector<std::string>{"mode: Unsupported value: \"many\": supported values: \"single\", \"ha\""});
  EXPECT_EQ(Errors({{"size", 1}, {"name", "v1234"}}),
            std::vector<std::string>{"name: Too long: may not be more than 3 bytes"});
  EXPECT_EQ(Errors({{"size", 1}, {"cells", {{{"name", "a"}}, {{"name", "a"}}}}}),
            std::vector<std::string>{"cells[1]: Duplicate value: {\"name\":\"a\"}"});
}

TEST(SchemaTest, WhatWasWrongBeforeMayStay) {
  const Json old = {{"size", 9}};
  EXPECT_TRUE(Errors({{"size", 9}, {"mode", "ha"}}, &old).empty());
  EXPECT_EQ(Errors({{"size", 10}}, &old).size(), 1u);
}

}  // namespace
}  // namespace kube::apiserver
