// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "samples/kube/apiserver/wire/yaml_text.h"

#include <gtest/gtest.h>

namespace kube::apiserver {
namespace {

TEST(YamlTextTest, ScalarsAreThoseOfYaml11) {
  const YamlText text = ReadYaml(
      "a: yes\nb: 0x1f\nc: 017\nd: 1_000\ne: 1.0\nf: 1e3\ng: ~\nh: 2025-01-02\ni: '5'\nj: .5\nk: 08\nl: off\nm: 1.5");
  EXPECT_EQ(text.error, "");
  EXPECT_EQ(
      text.value.dump(),
      R"({"a":true,"b":31,"c":15,"d":1000,"e":1,"f":1000,"g":null,"h":"2025-01-02","i":"5","j":0.5,"k":8,"l":false,"m":1.5})");
}

TEST(YamlTextTest, KeysAreTexts) {
  EXPECT_EQ(ReadYaml("5: a\ntrue: b\n1.5: c\n").value.dump(), R"({"1.5":"c","5":"a","true":"b"})");
  EXPECT_EQ(ReadYaml("? [a]\n: b\n").error, "yaml: invalid map key: [a]");
}

TEST(YamlTextTest, ComplaintsHaveTheLineOfGoYaml) {
  EXPECT_EQ(ReadYaml("a: [").error, "yaml: line 1: did not find expected node content");
  EXPECT_EQ(ReadYaml("a:\n\tb: c").error, "yaml: line 2: found character that cannot start any token");
  EXPECT_EQ(ReadYaml("a: b: c").error, "yaml: mapping values are not allowed in this context");
  EXPECT_EQ(ReadYaml("a: *b").error, "yaml: unknown anchor 'b' referenced");
}

TEST(YamlTextTest, DuplicatesAreNamedAndTheLastCounts) {
  const YamlText text = ReadYaml("a: 1\nb:\n  c: 1\n  c: 2\n");
  EXPECT_EQ(text.value.dump(), R"({"a":1,"b":{"c":2}})");
  EXPECT_EQ(text.StrictError(), "yaml: unmarshal errors:\n  line 4: key \"c\" already set in map");
  EXPECT_EQ(ReadYaml("a: 1").StrictError(), "");
}

TEST(YamlTextTest, AliasesAreFollowedButNotForEver) {
  EXPECT_EQ(ReadYaml("a: &x {k: v}\nb: *x\nc:\n  <<: *x\n  l: w\n").value.dump(),
            R"({"a":{"k":"v"},"b":{"k":"v"},"c":{"k":"v","l":"w"}})");
  EXPECT_EQ(ReadYaml("a: &x [*x]").error, "yaml: anchor 'x' value contains itself");
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = std::to_string(i - 1), now = std::to_string(i);
    bomb += "a" + now + ": &a" + now + " [";
    for (int k = 0; k < 10; ++k) bomb += (k > 0 ? ", *a" : "*a") + last;
    bomb += "]\n";
  }
  EXPECT_EQ(ReadYaml(bomb).error, "yaml: document contains excessive aliasing");
  EXPECT_NE(ReadYaml(std::string(100000, '[')).error, "");
}

TEST(YamlTextTest, OnlyTheFirstDocumentIsRead) {
  EXPECT_EQ(ReadYaml("a: 1\n---\nb: 2\n").value.dump(), R"({"a":1})");
  EXPECT_TRUE(ReadYaml("").value.is_null());
}

TEST(YamlTextTest, IsWrittenAsGoYamlWritesIt) {
  const Json value = {
      {"a10", "true"},   {"a9", 1.5},         {"b", "x: y"},         {"c", ""},        {"d", "one\ntwo\n"},
      {"e", " lead"},    {"f", nullptr},      {"g", Json::array()},  {"h", "5"},       {"i", Json::array({1, "n"})},
      {"j", {{"k", 1}}}, {"l", "plain text"}, {"m", Json::object()}, {"n", "12:30:45"}};
  EXPECT_EQ(WriteYaml(value),
            "a9: 1.5\na10: \"true\"\nb: 'x: y'\nc: \"\"\nd: |\n  one\n  two\ne: ' lead'\nf: null\ng: []\nh: \"5\"\n"
            "i:\n- 1\n- \"n\"\nj:\n  k: 1\nl: plain text\nm: {}\n\"n\": \"12:30:45\"\n");
}

TEST(YamlTextTest, WhatWasWrittenIsReadAgain) {
  const Json value = {
      {"key with: colon", {"a", 1, nullptr, true, {{"deep", {{"er", "~"}}}}}},
      {"long", std::string(300, 'x')},
      {"words", "many words that go on and on until the line is long enough to be folded by the emitter"}};
  EXPECT_EQ(ReadYaml(WriteYaml(value)).value, value);
}

}  // namespace
}  // namespace kube::apiserver
