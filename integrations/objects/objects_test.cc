// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Contexts in annotations and their age; ids of keys against digests that were computed elsewhere (sha256sum and its
// kin).
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/objects.h>

#include <map>
#include <string>

namespace spansmith {
namespace {

using std::chrono::seconds;
using std::chrono::system_clock;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;
using Annotations = std::map<std::string, std::string>;

constexpr char kParent[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const system_clock::time_point kNow{seconds(1'800'000'000)};

TEST(Objects, AreWrittenWithTheTime) {
  Annotations annotations{{"other", "kept"}, {"tracing.k8s.io/traceparent-state", "old=1"}};
  EXPECT_TRUE(InjectObject(annotations, ContextOf(kParent), {}, kNow));
  EXPECT_THAT(annotations, UnorderedElementsAre(Pair("other", "kept"), Pair("tracing.k8s.io/traceparent", kParent),
                                                Pair("tracing.k8s.io/traceparent-ts", "1800000000")));
  EXPECT_TRUE(InjectObject(annotations, ContextOf(kParent, "a=1"), {}, kNow));
  EXPECT_EQ(annotations["tracing.k8s.io/traceparent-state"], "a=1");
  EXPECT_EQ(TracestateOf(ExtractObject(annotations, {}, kNow).context), "a=1");
  EXPECT_FALSE(InjectObject(annotations, Context{}, {}, kNow));
}

TEST(Objects, YoungOnesContinueAndOldOnesAreLinked) {
  ObjectOptions options;
  options.key = "multigres.com/traceparent";
  Annotations annotations;
  InjectObject(annotations, ContextOf(kParent), options, kNow);
  for (const long long age : {0, 599, 600, -60}) {
    const ObjectContext found = ExtractObject(annotations, options, kNow + seconds(age));
    EXPECT_EQ(found.parent(), kParent) << age;
    EXPECT_EQ(found.link(), "") << age;
    EXPECT_NE(found.context.flags & Context::kRemote, 0u);
  }
  for (const long long age : {601LL, 86'400LL, -61LL}) {
    const ObjectContext found = ExtractObject(annotations, options, kNow + seconds(age));
    EXPECT_EQ(found.parent(), "") << age;
    EXPECT_EQ(found.link(), kParent) << age;
  }
  options.link_always = true;
  EXPECT_EQ(ExtractObject(annotations, options, kNow).link(), kParent);
}

TEST(Objects, OfNoKnownAgeAreLinkedAndMalformedOnesAreNone) {
  Annotations annotations{{"tracing.k8s.io/traceparent", kParent}};
  for (const char* text : {"", "x", "1800000000x", " 1800000000", "18000000000000000000000", "-9223372036854775808",
                           "9223372036854775807", "1800000000.5"}) {
    annotations["tracing.k8s.io/traceparent-ts"] = text;
    EXPECT_EQ(ExtractObject(annotations, {}, kNow).link(), kParent) << text;
  }
  annotations.erase("tracing.k8s.io/traceparent-ts");
  EXPECT_EQ(ExtractObject(annotations, {}, kNow).link(), kParent);
  annotations = {{"tracing.k8s.io/traceparent", "00-bad"}, {"tracing.k8s.io/traceparent-ts", "1800000000"}};
  EXPECT_EQ(ExtractObject(annotations, {}, kNow).context.span_id, 0u);
  EXPECT_EQ(ExtractObject(Annotations{}, {}, kNow).parent(), "");
}

TEST(Keys, TheDigestsBytesAreTheIds) {
  // An Alert's uid and a revision: 60172b9c505f536ab5c467f299badbbf bdfa8e3e9377840c b35633396b9a1113.
  const KeyedTrace trace = TraceFromKey(Hash::kSha256,
                                        "a1b2c3d4-e5f6-7890-abcd-ef1234567890:"
                                        "sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");
  EXPECT_EQ(trace.trace_id.Hex(), "60172b9c505f536ab5c467f299badbbf");
  EXPECT_EQ(trace.root_span_id.Hex(), "bdfa8e3e9377840c");
  EXPECT_EQ(TraceparentOf(trace.Root()), "00-60172b9c505f536ab5c467f299badbbf-bdfa8e3e9377840c-01");
  EXPECT_EQ(TraceparentOf(trace.Root(false)).back(), '0');
}

TEST(Keys, OtherDigests) {
  EXPECT_EQ(TraceIdFromKey(Hash::kSha256, "").Hex(), "e3b0c44298fc1c149afbf4c8996fb924");
  EXPECT_EQ(TraceIdFromKey(Hash::kSha256, "abc").Hex(), "ba7816bf8f01cfea414140de5dae2223");
  EXPECT_EQ(TraceIdFromKey(Hash::kSha384, "abc").Hex(), "cb00753f45a35e8bb5a03d699ac65007");
  EXPECT_EQ(TraceFromKey(Hash::kSha384, "abc").root_span_id.Hex(), "272c32ab0eded163");
  EXPECT_EQ(TraceIdFromKey(Hash::kSha512, "abc").Hex(), "ddaf35a193617abacc417349ae204131");
}

}  // namespace
}  // namespace spansmith
