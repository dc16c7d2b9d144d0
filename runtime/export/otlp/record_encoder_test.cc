// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Straight from records or by way of SpanData: the same bytes, for spans of every kind.
#include "export/otlp/record_encoder.h"

#include <gtest/gtest.h>
#include <spansmith/propagation.h>

#include <limits>
#include <random>
#include <stdexcept>

#include "errors/in_flight.h"
#include "export/otlp/encoder.h"
#include "record/ring_registry.h"

namespace spansmith::exporter {
namespace {

using injected::Guard;
using injected::Site;

const Attributes kResource = {{"service.name", std::string("svc")}, {"process.pid", std::int64_t{7}}};

Site On(Site site) {
  site.state = Site::kOn;
  return site;
}

Site plain_site = On(Site("Plain").At("ns::Plain", "plain.cc", 12).Scope("scope/a", "1"));
Site bare_site = On(Site("Bare"));
Site ok_site = On(Site("Ok").At("Ok", "ok.cc", 300).Scope("scope/b").Kind(SpanKind::kClient).OkOnSuccess());
Site reconcile_site = On(Site("Reconcile").At("R", "r.cc", 1).Scope("scope/a", "1").Reconcile("Etcd"));
Site status_site = On(Site("UpdateStatus").At("U", "u.cc", 1).UpdateStatus("Etcd"));
Site* const kSites[] = {&plain_site, &bare_site, &ok_site, &reconcile_site, &status_site};

drain::Batch TakeAll() {
  drain::Batch batch;
  record::Rings().ForEach(
      [&](record::Ring& ring) { ring.Consume(1'000'000, [&](const record::RecordHeader& r) { batch.Add(r); }); });
  return batch;
}

class RecordEncoderTest : public ::testing::Test {
 protected:
  void SetUp() override {
    errors::EnableThrowHook(true);
    TakeAll();
  }
  void TearDown() override { errors::EnableThrowHook(false); }

  void ExpectSame(const drain::Batch& batch) {
    ASSERT_FALSE(batch.empty());
    EXPECT_EQ(encoder_.Encode(batch), EncodeTraces(batch.Spans(), kResource));
  }
  RecordEncoder encoder_{kResource};
};

TEST_F(RecordEncoderTest, SpansOfEverySite) {
  for (int round = 0; round < 2; ++round) {  // the second finds sites and keys known
    for (Site* site : kSites) {
      Guard outer(site);
      outer.Attribute("k8s.namespace", "ns");
      const Guard inner(&plain_site);
    }
    ExpectSame(TakeAll());
  }
}

TEST_F(RecordEncoderTest, ValuesOfEveryTypeAndSize) {
  {
    Guard guard(&plain_site);
    guard.Attribute("true", true);
    guard.Attribute("false", false);
    guard.Attribute("zero", 0);
    guard.Attribute("least", std::numeric_limits<long>::min());
    guard.Attribute("most", std::numeric_limits<long>::max());
    guard.Attribute("nan", std::numeric_limits<double>::quiet_NaN());
    guard.Attribute("empty", "");
    guard.Attribute("127", std::string(127, 'a'));
    guard.Attribute("128", std::string(128, 'a'));
    guard.Attribute("long", std::string(17'000, 'a'));
    guard.Attribute(
        "a key whose text is so long that its length takes two bytes on the wire: "
        "0123456789012345678901234567890123456789012345678901234567890123456789",
        1);
  }
  ExpectSame(TakeAll());
}

TEST_F(RecordEncoderTest, KeysThatOnlySomeSitesSet) {
  for (Site* site : kSites) {
    for (const char* key : {"k8s.object.kind", "code.function.name", "code.file.path", "code.line.number"}) {
      Guard guard(site);
      guard.Attribute(key, "the program's own");
      guard.Attribute("k", 1);
    }
  }
  ExpectSame(TakeAll());
}

TEST_F(RecordEncoderTest, WhatGoesTheLongWay) {
  const std::string twice = "twice";
  {
    Guard guard(&plain_site);
    guard.Attribute("twice", 1);
    guard.Attribute(twice.c_str(), 2);
  }
  {
    Guard guard(&plain_site);
    guard.Attribute("code.function.name", "the program's own");
  }
  {
    Guard guard(&plain_site);
    guard.Attribute("bytes", "\xff\xfe");
    guard.Name("n\xc3\xa4me");
  }
  {
    Guard guard(&plain_site);
    guard.Name("first");
    guard.Name("a name given at run time");
    guard.Attribute("k", 1);
  }
  {
    Guard guard(&plain_site);
    guard.EventBegin("event");
    guard.Attribute("of the event", 1);
    guard.EventEnd();
    guard.Attribute("array", std::vector<std::string>{"a", "b"});
    guard.Link("00-0000000000000000000000000000000a-00000000000000aa-01");
  }
  {
    Guard guard(&plain_site);
    for (int i = 0; i < 100; ++i) guard.Attribute("again and again", i);
    guard.Attribute("large", std::string(100'000, 'x'));
  }
  try {
    Guard guard(&ok_site);
    guard.Attribute("k", 1);
    throw std::runtime_error("why");
  } catch (const std::runtime_error&) {
  }
  ExpectSame(TakeAll());
}

TEST_F(RecordEncoderTest, TracestateAndRemoteParents) {
  {
    const ContextScope scope(ContextOf("00-0000000000000000000000000000000a-00000000000000aa-01", "a=1,b=2"));
    const Guard guard(&plain_site);
    const Guard within(&ok_site);
  }
  ExpectSame(TakeAll());
}

TEST_F(RecordEncoderTest, MadeSpansBesideRecords) {
  {
    const Guard guard(&plain_site);
  }
  drain::Batch batch = TakeAll();
  SpanData made;
  made.name = "made";
  made.scope = {"scope/a", "1"};
  batch.Add(made);
  made.scope = {"its own", ""};
  batch.Add(made);
  ExpectSame(batch);
}

// What comes to mind to nobody: spans at random, in batches small and large.
TEST_F(RecordEncoderTest, SpansAtRandom) {
  std::mt19937 random(7);
  const auto below = [&random](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  static const char* const kKeys[] = {"a", "k8s.name", "k8s.namespace", "code.line.number", "http.route", "n",
                                      "b", "c"};
  for (int round = 0; round < 200; ++round) {
    const unsigned spans = 1 + below(below(4) == 0 ? 400 : 5);
    for (unsigned i = 0; i < spans; ++i) {
      Guard guard(kSites[below(5)]);
      for (unsigned entries = below(6); entries != 0; --entries) {
        const char* const key = kKeys[below(8)];
        switch (below(8)) {
          case 0:
            guard.Attribute(key, below(2) == 0);
            break;
          case 1:
            guard.Attribute(key, static_cast<double>(random()));
            break;
          case 2:
            guard.Attribute(key, std::string(below(300), static_cast<char>(below(140))));
            break;
          case 3:
            if (below(4) == 0) guard.Name(std::string(below(200), 'n'));
            break;
          case 4:
            if (below(8) == 0) {
              guard.EventBegin("event");
              guard.Attribute(key, 1);
              guard.EventEnd();
            }
            break;
          default:
            guard.Attribute(key, static_cast<long>(random()) - 1'000'000);
        }
      }
    }
    ExpectSame(TakeAll());
  }
}

TEST_F(RecordEncoderTest, RedactedValues) {
  const config::Redaction patterns{{"*token*", "code.file.path"}};
  drain::redaction = &patterns;
  for (int round = 0; round < 2; ++round) {
    Guard guard(&plain_site);
    guard.Attribute("api.token", "hunter2");
    guard.Attribute("plain", round);
  }
  const drain::Batch batch = TakeAll();
  ExpectSame(batch);
  const std::string bytes(RecordEncoder(kResource).Encode(batch));
  drain::redaction = nullptr;
  EXPECT_EQ(bytes.find("hunter2"), std::string::npos);
  EXPECT_EQ(bytes.find("plain.cc"), std::string::npos);
  EXPECT_NE(bytes.find("[redacted]"), std::string::npos);
}

}  // namespace
}  // namespace spansmith::exporter
