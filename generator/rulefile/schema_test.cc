// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rulefile/schema.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "generator/rulefile/keys.h"

namespace spansmith::generator {
namespace {

TEST(RuleSchema, IsWhatIsPublished) {
  std::ostringstream text;
  text << std::ifstream(SPANSMITH_SOURCE_DIR "/rules/schema.json").rdbuf();
  EXPECT_EQ(text.str(), RuleSchema()) << "run `spansmith schema >rules/schema.json`";
}

TEST(RuleSchema, HasEveryKeyOfTheTableAndNoOther) {
  const nlohmann::json schema = nlohmann::json::parse(RuleSchema());
  const auto properties = [&](RuleMapping mapping) {
    return mapping == RuleMapping::kFile   ? schema["properties"]
           : mapping == RuleMapping::kRule ? schema["$defs"]["rule"]["properties"]
                                           : schema["$defs"]["match"]["properties"];
  };
  std::size_t keys = 0;
  for (const RuleKey& key : RuleKeys()) {
    EXPECT_TRUE(properties(key.in).contains(key.name)) << key.name;
    EXPECT_FALSE(properties(key.in)[std::string(key.name)]["description"].empty()) << key.name;
  }
  for (const RuleMapping mapping : {RuleMapping::kFile, RuleMapping::kRule, RuleMapping::kMatch})
    keys += properties(mapping).size();
  EXPECT_EQ(keys, RuleKeys().size());
  EXPECT_EQ(schema["$defs"]["rule"]["properties"]["kind"]["enum"].size(), 5u);
}

}  // namespace
}  // namespace spansmith::generator
