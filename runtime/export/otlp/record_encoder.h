// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An ExportTraceServiceRequest straight from records: no string is made for a span. What does not change from span to
// span (names, keys, code.*) is encoded once and copied. Bytes and order are those of EncodeTraces (encoder.h), through
// which everything goes that is rare: errors, events, links, keys that are given twice, text that is no UTF-8. One
// thread.
#ifndef SPANSMITH_EXPORT_OTLP_RECORD_ENCODER_H_
#define SPANSMITH_EXPORT_OTLP_RECORD_ENCODER_H_

#include <spansmith/span_data.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "drain/batch.h"
#include "export/otlp/byte_writer.h"

namespace spansmith::exporter {

class RecordEncoder {
 public:
  explicit RecordEncoder(const Attributes& resource);

  // Good until the next call.
  std::string_view Encode(const drain::Batch& batch);

 private:
  static constexpr std::size_t kMostEntries = 64;  // for the fast path; their keys are compared with each other
  static constexpr std::size_t kCached = 256;

  struct Key {
    std::string encoded;     // field 1 of KeyValue
    std::uint32_t same = 0;  // keys of the same text have the same number
    int of_site = -1;        // which of those that a site sets where the program did not; -1: none
    bool redacted = false;
  };
  struct SiteBytes {
    // What tells that the site is still the one that was encoded: tests make sites on the stack.
    const char* name = nullptr;
    const char* kind_name = nullptr;
    const char* function = nullptr;
    unsigned line = 0;

    std::string name_bytes;      // field 5
    std::string kind_bytes;      // field 6
    std::string attributes;      // fields 9
    std::array<bool, 4> sets{};  // which of the keys that sites set are among them
    std::string status;          // field 15, or ""
    std::size_t scope = 0;       // index into scopes_
    bool plain = true;           // the fast path knows its role
  };
  struct Item {
    const record::RecordHeader* record;
    const SpanData* made;  // if record is null
    const SiteBytes* site;
    std::size_t scope;
  };

  const SiteBytes& Look(const injected::Site& site);
  const Key& Look(const char* key);
  std::size_t ScopeIndex(const Scope& scope);
  bool AppendFast(const record::SpanView& span, const SiteBytes& site);
  std::string_view TraceState(std::uint32_t number);

  const std::string resource_;  // field 1 of ResourceSpans
  ByteWriter out_;
  std::vector<Item> items_;
  std::vector<std::size_t> order_;  // scopes of this batch, as they first appear
  std::vector<Scope> scopes_;
  std::unordered_map<const injected::Site*, SiteBytes> sites_;
  std::unordered_map<const char*, Key> keys_;
  std::unordered_map<std::string_view, std::uint32_t> key_numbers_;
  std::array<std::pair<const injected::Site*, const SiteBytes*>, kCached> recent_sites_{};
  std::array<std::pair<const char*, const Key*>, kCached> recent_keys_{};
  std::uint32_t trace_state_number_ = 0;
  std::string trace_state_;
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_RECORD_ENCODER_H_
