// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A record and its site become a span.
#include "drain/expand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

#include "drain/redact.h"
#include "record/guard_flags.h"

namespace spansmith::drain {
namespace {

using injected::Site;
using record::Ending;
using record::EntryHeader;
using record::EntryType;

// Lays out a record as record/guard.cc does.
class RecordBuilder {
 public:
  explicit RecordBuilder(const Site& site) { header_.site = &site; }
  RecordBuilder& String(const char* key, const std::string& value) {
    EntryHeader header{};
    header.key = key;
    header.type = EntryType::kString;
    header.size = static_cast<std::uint32_t>(value.size());
    return Append(header, value);
  }
  RecordBuilder& Int(const char* key, std::int64_t value) {
    EntryHeader header{};
    header.key = key;
    header.type = EntryType::kInt64;
    header.size = sizeof value;
    return Append(header, std::string(reinterpret_cast<const char*>(&value), sizeof value));
  }
  RecordBuilder& Failed(const char* condition, const char* error_text) {
    EntryHeader header{};
    header.key = condition;
    header.type = EntryType::kFailed;
    header.size = sizeof error_text;
    return Append(header, std::string(reinterpret_cast<const char*>(&error_text), sizeof error_text));
  }
  RecordBuilder& Error(const std::string& type, const char* message) {
    details_.ending = Ending::kThrew;
    type_ = type;
    details_.has_error_message = message != nullptr ? 1 : 0;
    message_ = message == nullptr ? "" : message;
    return *this;
  }
  record::RecordHeader& header() { return header_; }
  record::Details& details() { return details_; }

  SpanData Expand() {
    header_.flags |= record::kHasEntries | record::kHasDetails;
    entries_header_.bytes = static_cast<std::uint32_t>(entries_.size());
    details_.error_type_size = static_cast<std::uint32_t>(type_.size());
    details_.error_message_size = static_cast<std::uint32_t>(message_.size());
    const auto bytes_of = [](const auto& value) {
      return std::string(reinterpret_cast<const char*>(&value), sizeof value);
    };
    const std::string tail = bytes_of(entries_header_) + entries_ + bytes_of(details_) + type_ + message_;
    std::vector<std::uint64_t> bytes((sizeof header_ + tail.size()) / 8 + 1);
    std::memcpy(bytes.data(), &header_, sizeof header_);
    std::memcpy(bytes.data() + sizeof header_ / 8, tail.data(), tail.size());
    return drain::Expand(record::SpanView(*reinterpret_cast<const record::RecordHeader*>(bytes.data())));
  }

 private:
  RecordBuilder& Append(const EntryHeader& header, const std::string& value) {
    entries_.append(reinterpret_cast<const char*>(&header), sizeof header);
    entries_ += value;
    entries_.resize((entries_.size() + 7) / 8 * 8);
    ++entries_header_.count;
    return *this;
  }
  record::RecordHeader header_{};
  record::EntriesHeader entries_header_{};
  record::Details details_{};
  std::string entries_;
  std::string type_;
  std::string message_;
};

std::string Text(const SpanData& span, const char* key) {
  const AttributeValue* value = FindAttribute(span.attributes, key);
  return value == nullptr ? "(none)" : std::get<std::string>(*value);
}

TEST(Expand, TimesIdsAndWhatTheSiteSays) {
  const Site site = Site("Work").At("ns::Work", "work.cc", 12).Scope("my/scope", "3").Kind(SpanKind::kServer);
  RecordBuilder builder(site);
  builder.header().trace_id_high = 1;
  builder.header().trace_id_low = 2;
  builder.header().span_id = 3;
  builder.header().parent_span_id = 4;
  builder.header().start = 1'100;
  builder.header().end = 1'300;
  const SpanData span = builder.Expand();
  EXPECT_EQ(span.trace_id.Hex(), "00000000000000010000000000000002");
  EXPECT_EQ(span.span_id.value, 3u);
  EXPECT_EQ(span.parent_span_id.value, 4u);
  EXPECT_EQ(span.start_unix_nano, 1'100u);
  EXPECT_EQ(span.end_unix_nano, 1'300u);
  EXPECT_EQ(span.kind, SpanKind::kServer);
  EXPECT_EQ(span.scope.name, "my/scope");
  EXPECT_EQ(span.scope.version, "3");
  EXPECT_EQ(span.status.code, StatusCode::kUnset);
  EXPECT_EQ(Text(span, "code.function.name"), "ns::Work");
  EXPECT_EQ(Text(span, "code.file.path"), "work.cc");
  EXPECT_EQ(std::get<std::int64_t>(*FindAttribute(span.attributes, "code.line.number")), 12);
}

TEST(Expand, TheKindsNameReplacesPlaceholders) {
  struct KindText {
    const char* data;
    unsigned long size;
  };
  const Site site = Site("Copy({T}, {T})").KindName(KindText{"Etcdxxx", 4});
  EXPECT_EQ(RecordBuilder(site).Expand().name, "Copy(Etcd, Etcd)");
  const Site unclosed = Site("Odd({T").KindName(KindText{"Etcd", 4});
  EXPECT_EQ(RecordBuilder(unclosed).Expand().name, "Odd({T");
  const Site plain("Get({T})");
  EXPECT_EQ(RecordBuilder(plain).Expand().name, "Get({T})");
}

TEST(Expand, AReconcileNamesItsObject) {
  const Site site = Site("Reconcile").Reconcile("Etcd");
  const SpanData span = RecordBuilder(site).String("k8s.namespace", "ns").String("k8s.name", "db").Expand();
  EXPECT_EQ(Text(span, "k8s.object.kind"), "Etcd");
  EXPECT_EQ(Text(span, "k8s.object.namespace"), "ns");
  EXPECT_EQ(Text(span, "k8s.object.name"), "db");
  const Site status = Site("UpdateStatus").UpdateStatus("Etcd");
  EXPECT_EQ(Text(RecordBuilder(status).Expand(), "k8s.object.kind"), "Etcd");
  EXPECT_EQ(Text(RecordBuilder(status).String("k8s.name", "db").Expand(), "k8s.object.name"), "(none)");
}

TEST(Expand, TheLastValueOfAKeyWins) {
  const Site site("S");
  const SpanData span = RecordBuilder(site).Int("n", 1).String("between", "odd size").Int("n", 2).Expand();
  ASSERT_EQ(span.attributes.size(), 2u);
  EXPECT_EQ(std::get<std::int64_t>(span.attributes[0].value), 2);
}

TEST(Expand, AnErrorsDescription) {
  const std::string type = typeid(std::runtime_error).name();
  const Site with_text = Site("S").ErrorText("site text");
  const Site without("S");
  EXPECT_EQ(RecordBuilder(with_text).Error(type, "why").Expand().status.description, "site text: why");
  EXPECT_EQ(RecordBuilder(without).Error(type, "why").Expand().status.description, "why");
  EXPECT_EQ(RecordBuilder(without).Error("i", nullptr).Expand().status.description, "int");
  RecordBuilder latest(with_text);
  latest.details().error_text = "latest";
  EXPECT_EQ(latest.Error(type, "why").Expand().status.description, "latest: why");
  RecordBuilder empty(with_text);
  empty.details().error_text = "";
  EXPECT_EQ(empty.Error(type, "why").Expand().status.description, "site text: why");
  const SpanData unknown = RecordBuilder(with_text).Error("", nullptr).Expand();
  EXPECT_EQ(unknown.status.description, "site text: unknown exception");
  EXPECT_EQ(Text(unknown, "error.type"), "_OTHER");
}

TEST(Expand, TheExceptionEventOfTheFirstAndOfAnOuterSpan) {
  const Site site("S");
  const std::string type = typeid(std::runtime_error).name();
  const SpanData first = RecordBuilder(site).Error(type, "why").Expand();
  ASSERT_EQ(first.events.size(), 1u);
  EXPECT_EQ(std::get<std::string>(*FindAttribute(first.events[0].attributes, "exception.type")), "std::runtime_error");
  EXPECT_EQ(std::get<std::string>(*FindAttribute(first.events[0].attributes, "exception.message")), "why");
  EXPECT_EQ(FindAttribute(first.events[0].attributes, "error.origin.span_id"), nullptr);
  RecordBuilder outer(site);
  outer.Error(type, "why").details().ending = Ending::kThrewOutside;
  outer.details().origin_span_id = 0xab;
  const SpanData span = outer.Expand();
  EXPECT_EQ(std::get<std::string>(*FindAttribute(span.events[0].attributes, "error.origin.span_id")),
            "00000000000000ab");
}

TEST(Expand, AReconcileThatFailsHasAnOutcome) {
  const Site site = Site("Reconcile").Reconcile("Etcd");
  EXPECT_EQ(Text(RecordBuilder(site).Error("i", nullptr).Expand(), "k8s.reconcile.outcome"), "error");
  EXPECT_EQ(Text(RecordBuilder(site).Expand(), "k8s.reconcile.outcome"), "(none)");
  const SpanData said = RecordBuilder(site).String("k8s.reconcile.outcome", "requeued").Error("i", nullptr).Expand();
  EXPECT_EQ(Text(said, "k8s.reconcile.outcome"), "requeued");
  const Site other("S");
  EXPECT_EQ(Text(RecordBuilder(other).Error("i", nullptr).Expand(), "k8s.reconcile.outcome"), "(none)");
}

TEST(Expand, AConditionThatHeldIsAnError) {
  const Site site = Site("Get").Reconcile("Etcd").ErrorText("failed to get").OkOnSuccess();
  const SpanData span = RecordBuilder(site).Failed("result.code != 0", nullptr).Expand();
  EXPECT_EQ(span.status.code, StatusCode::kError);
  EXPECT_EQ(span.status.description, "failed to get: result.code != 0");
  EXPECT_EQ(Text(span, "error.type"), "_OTHER");
  EXPECT_EQ(Text(span, "k8s.reconcile.outcome"), "error");
  EXPECT_TRUE(span.events.empty());

  const SpanData step = RecordBuilder(site).String("error.type", "409").Failed("!result", "failed to update").Expand();
  EXPECT_EQ(step.status.description, "failed to update: !result");
  EXPECT_EQ(Text(step, "error.type"), "409");

  const SpanData threw = RecordBuilder(site).Failed("!result", nullptr).Error("St13runtime_error", "late").Expand();
  EXPECT_EQ(threw.status.description, "failed to get: late");
}

TEST(Expand, FlagsAndCountsOfTheFrame) {
  const Site site("S");
  RecordBuilder builder(site);
  builder.header().flags = injected::Frame::kOpen | injected::Frame::kSampled | record::kRemoteParent |
                           3u << record::kDroppedLinksShift | 5u << record::kDroppedEventsShift;
  const SpanData span = builder.Expand();
  EXPECT_EQ(span.trace_flags, 1u);
  EXPECT_TRUE(span.parent_is_remote);
  EXPECT_EQ(span.dropped_links, 3u);
  EXPECT_EQ(span.dropped_events, 5u);
  EXPECT_FALSE(RecordBuilder(site).Expand().parent_is_remote);
}

TEST(Expand, OkOnlyWhereAskedForAndFailedAttributesAreMarked) {
  const Site site = Site("S").OkOnSuccess();
  EXPECT_EQ(RecordBuilder(site).Expand().status.code, StatusCode::kOk);
  RecordBuilder failed(site);
  failed.details().failed_attributes = 2;
  EXPECT_TRUE(std::get<bool>(*FindAttribute(failed.Expand().attributes, "spansmith.attribute_error")));
  EXPECT_EQ(FindAttribute(RecordBuilder(site).Expand().attributes, "spansmith.attribute_error"), nullptr);
}

TEST(Expand, WhatAnErrorSaysIsRedactedWhereItsKeyIsNamed) {
  const config::Redaction patterns{{"exception.message", "token"}};
  redaction = &patterns;
  const Site site = Site("Get").ErrorText("failed to get Etcd CR");
  const SpanData span = RecordBuilder(site).String("token", "hunter2").Error("St13runtime_error", "hunter2").Expand();
  redaction = nullptr;
  EXPECT_EQ(std::get<std::string>(*FindAttribute(span.attributes, "token")), "[redacted]");
  EXPECT_EQ(span.status.description, "failed to get Etcd CR: [redacted]");
  EXPECT_EQ(std::get<std::string>(*FindAttribute(span.events.at(0).attributes, "exception.message")), "[redacted]");
  EXPECT_EQ(std::get<std::string>(*FindAttribute(span.attributes, "error.type")), "std::runtime_error");
}

}  // namespace
}  // namespace spansmith::drain
