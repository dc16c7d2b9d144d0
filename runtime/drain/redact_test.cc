// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "drain/redact.h"

#include <gtest/gtest.h>

#include "drain/batch.h"

namespace spansmith::drain {
namespace {

const config::Redaction kSecrets{{"*secret*"}};

std::string Text(const Attribute& attribute) {
  const auto* text = std::get_if<std::string>(&attribute.value);
  return text == nullptr ? "not a text" : *text;
}

SpanData WithSecretsEverywhere() {
  SpanData span;
  span.attributes = {{"secret", std::string("a")}, {"plain", std::string("b")}, {"my.Secret.number", std::int64_t{7}}};
  span.events = {{"secret", 1, {{"secret", true}}, 0}};
  Link link;
  link.attributes = {{"a.secret", 0.5}};
  span.links = {link};
  return span;
}

void ExpectNoSecret(const SpanData& span) {
  EXPECT_EQ(Text(span.attributes[0]), "[redacted]");
  EXPECT_EQ(Text(span.attributes[1]), "b");
  EXPECT_EQ(Text(span.attributes[2]), "[redacted]");
  EXPECT_EQ(span.events[0].name, "secret");
  EXPECT_EQ(Text(span.events[0].attributes[0]), "[redacted]");
  EXPECT_EQ(Text(span.links[0].attributes[0]), "[redacted]");
}

TEST(Redact, AttributesOfSpansEventsAndLinks) {
  SpanData span = WithSecretsEverywhere();
  Redact(kSecrets, span);
  ExpectNoSecret(span);
}

TEST(Redact, SpansThatTheProgramMadeToo) {
  redaction = &kSecrets;
  Batch batch;
  batch.Add(WithSecretsEverywhere());
  redaction = nullptr;
  ExpectNoSecret(batch.Spans()[0]);
}

}  // namespace
}  // namespace spansmith::drain
