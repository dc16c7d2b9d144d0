// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See record_encoder.h. Tags are (field << 3 | wire type) of the .proto files named in encoder.h.
#include "export/otlp/record_encoder.h"

#include <algorithm>

#include "drain/expand.h"
#include "drain/limits.h"
#include "drain/redact.h"
#include "drain/utf8.h"
#include "export/otlp/encoder.h"
#include "export/otlp_fields.h"
#include "propagate/trace_states.h"

namespace spansmith::exporter {
namespace {

using record::EntryType;
using record::EntryView;
using record::SpanView;

constexpr std::size_t kKeptBuffer = 256 * 1024;  // bytes; a batch of 512 spans takes some 150 KiB
constexpr std::size_t kFixedFields = 160;        // bytes, more than all fields of a span that have a fixed size
constexpr std::size_t kRequestHeader = 6;        // tag and length

// Sites and keys are near each other in memory.
std::size_t Slot(const void* pointer, std::size_t slots) {
  return (reinterpret_cast<std::uintptr_t>(pointer) >> 3) * 0x9e3779b1u >> 16 & (slots - 1);
}

// A field with a length.
std::string LengthField(unsigned tag, std::string_view text) {
  ByteWriter writer;
  writer.Need(text.size() + 12);
  writer.Byte(tag);
  writer.Varint(text.size());
  writer.Raw(text);
  return std::string(writer.From(0));
}

std::size_t SizeOfValue(const EntryView& entry) {
  switch (entry.type()) {
    case EntryType::kBool:
      return 2;
    case EntryType::kInt64:
      return 1 + VarintSize(static_cast<std::uint64_t>(entry.int64()));
    case EntryType::kDouble:
      return 9;
    default:
      return 1 + VarintSize(entry.size()) + entry.size();
  }
}

// AnyValue
void WriteValue(ByteWriter& out, const EntryView& entry) {
  switch (entry.type()) {
    case EntryType::kBool:
      out.Byte(0x10);
      out.Byte(entry.int64() != 0 ? 1 : 0);
      return;
    case EntryType::kInt64:
      out.Byte(0x18);
      out.Varint(static_cast<std::uint64_t>(entry.int64()));
      return;
    case EntryType::kDouble:
      out.Byte(0x21);
      out.Fixed64(std::bit_cast<std::uint64_t>(entry.float64()));
      return;
    default:
      out.Byte(0x0a);
      out.Varint(entry.size());
      out.Raw(entry.text());
  }
}

constexpr std::string_view kSiteKeys[] = {"k8s.object.kind", "code.function.name", "code.file.path",
                                          "code.line.number"};

// The place in kSiteKeys, -1: none.
int SiteKey(std::string_view key) {
  const auto found = std::find(std::begin(kSiteKeys), std::end(kSiteKeys), key);
  return found == std::end(kSiteKeys) ? -1 : static_cast<int>(found - std::begin(kSiteKeys));
}

}  // namespace

RecordEncoder::RecordEncoder(const Attributes& resource) : resource_(EncodeResource(resource)) {}

std::size_t RecordEncoder::ScopeIndex(const Scope& scope) {
  const auto found = std::find(scopes_.begin(), scopes_.end(), scope);
  if (found != scopes_.end()) return static_cast<std::size_t>(found - scopes_.begin());
  scopes_.push_back(scope);
  return scopes_.size() - 1;
}

const RecordEncoder::SiteBytes& RecordEncoder::Look(const injected::Site& site) {
  auto& recent = recent_sites_[Slot(&site, kCached)];
  const auto same = [&site](const SiteBytes& bytes) {
    return bytes.name == site.name && bytes.kind_name == site.kind_name && bytes.function == site.function &&
           bytes.line == site.line;
  };
  if (recent.first == &site && same(*recent.second)) return *recent.second;
  SiteBytes& bytes = sites_[&site];
  if (!same(bytes)) {
    // A span to which nothing was added is the site's own; encoded whole, its fields are what is copied later.
    record::RecordHeader record{};
    record.site = &site;
    record.size = sizeof record;
    const SpanData span = drain::Expand(SpanView(record));
    bytes = {};
    bytes.name = site.name;
    bytes.kind_name = site.kind_name;
    bytes.function = site.function;
    bytes.line = site.line;
    bytes.name_bytes = LengthField(0x2a, span.name);
    bytes.kind_bytes = {0x30, static_cast<char>(span.kind)};
    for (const Attribute& attribute : span.attributes) {
      bytes.attributes += EncodeSpanAttribute(attribute);
      if (const int which = SiteKey(attribute.key); which >= 0) bytes.sets[static_cast<std::size_t>(which)] = true;
    }
    if (span.status.code == StatusCode::kOk) bytes.status = {0x7a, 0x02, 0x18, 0x01};
    bytes.scope = ScopeIndex(span.scope);
    bytes.plain = site.role != injected::Role::kReconcile;
  }
  recent = {&site, &bytes};
  return bytes;
}

const RecordEncoder::Key& RecordEncoder::Look(const char* key) {
  auto& recent = recent_keys_[Slot(key, kCached)];
  if (recent.first == key) return *recent.second;
  const auto [found, is_new] = keys_.try_emplace(key);
  Key& known = found->second;
  if (is_new) {
    known.encoded = LengthField(0x0a, drain::ValidUtf8(key));
    known.same = key_numbers_.try_emplace(key, static_cast<std::uint32_t>(key_numbers_.size())).first->second;
    known.redacted = drain::IsRedacted(key);
    known.of_site = SiteKey(key);
  }
  recent = {key, &known};
  return known;
}

std::string_view RecordEncoder::TraceState(std::uint32_t number) {
  if (number == 0) return "";
  if (number != trace_state_number_) {
    trace_state_ = propagate::TraceStateText(number);
    trace_state_number_ = number;
  }
  return trace_state_;
}

// False: nothing was written, and the span is for the long way.
bool RecordEncoder::AppendFast(const SpanView& span, const SiteBytes& site) {
  constexpr std::size_t kMostOfSite = std::size(kSiteKeys);
  if (drain::limits.value_length != config::Limits::kNone ||
      span.entry_count() + kMostOfSite > drain::limits.attributes) {
    return false;
  }
  if (!site.plain || span.has_details() || span.entry_count() > kMostEntries || span.dropped_links() != 0 ||
      span.dropped_events() != 0) {
    return false;
  }
  struct Field {
    EntryView entry{nullptr};
    const Key* key = nullptr;
  };
  std::array<Field, kMostEntries> fields;
  std::size_t count = 0;
  std::string_view name;
  std::size_t room = kFixedFields + site.name_bytes.size() + site.attributes.size();
  bool plain = true;
  span.ForEachEntry([&](const EntryView& entry) {
    if (entry.type() == EntryType::kName) {
      name = entry.text();
      room += name.size();
      plain = plain && drain::IsAscii(name);
      return;
    }
    if (!entry.is_attribute() || entry.is_array() ||
        (entry.type() == EntryType::kString && !drain::IsAscii(entry.text()))) {
      plain = false;
      return;
    }
    const Key& key = Look(entry.key());
    const bool twice = key.of_site >= 0 && site.sets[static_cast<std::size_t>(key.of_site)];
    plain = plain && !twice && !key.redacted;
    for (std::size_t i = 0; i < count; ++i) plain = plain && fields[i].key->same != key.same;
    if (!plain) return;
    fields[count++] = {entry, &key};
    room += key.encoded.size() + entry.size() + 24;
  });
  if (!plain) return false;
  const std::string_view trace_state = TraceState(span.trace_state());
  out_.Need(room + trace_state.size());

  const ByteWriter::Mark whole = out_.Open(0x12, 2);
  out_.Byte(0x0a);
  out_.Byte(16);
  out_.BigEndian64(span.trace_id_high());
  out_.BigEndian64(span.trace_id_low());
  out_.Byte(0x12);
  out_.Byte(8);
  out_.BigEndian64(span.span_id());
  if (!trace_state.empty()) {
    out_.Byte(0x1a);
    out_.Varint(trace_state.size());
    out_.Raw(trace_state);
  }
  if (span.parent_span_id() != 0) {
    out_.Byte(0x22);
    out_.Byte(8);
    out_.BigEndian64(span.parent_span_id());
  }
  if (name.empty()) {
    out_.Raw(site.name_bytes);
  } else {
    out_.Byte(0x2a);
    out_.Varint(name.size());
    out_.Raw(name);
  }
  out_.Raw(site.kind_bytes);
  out_.Byte(0x39);
  out_.Fixed64(span.start());
  out_.Byte(0x41);
  out_.Fixed64(span.end());
  for (std::size_t i = 0; i < count; ++i) {
    const Field& field = fields[i];
    const std::size_t value = SizeOfValue(field.entry);
    out_.Byte(0x4a);
    out_.Varint(field.key->encoded.size() + 1 + VarintSize(value) + value);
    out_.Raw(field.key->encoded);
    out_.Byte(0x12);
    out_.Varint(value);
    WriteValue(out_, field.entry);
  }
  out_.Raw(site.attributes);
  out_.Raw(site.status);
  out_.Byte(0x85);
  out_.Byte(0x01);
  out_.Fixed32((span.trace_flags() & 0xff) | kHasIsRemote | (span.parent_is_remote() ? kIsRemote : 0));
  out_.Close(whole);
  return true;
}

std::string_view RecordEncoder::Encode(const drain::Batch& batch) {
  items_.clear();
  order_.clear();
  const auto add = [this](Item item) {
    if (std::find(order_.begin(), order_.end(), item.scope) == order_.end()) order_.push_back(item.scope);
    items_.push_back(item);
  };
  batch.ForEachRecord([&](const SpanView& span) {
    const SiteBytes& site = Look(span.site());
    add({&span.record(), nullptr, &site, site.scope});
  });
  for (const SpanData& span : batch.made()) add({nullptr, &span, nullptr, ScopeIndex(span.scope)});

  out_.Clear(kKeptBuffer);
  out_.Need(kRequestHeader + resource_.size());
  out_.BackTo(kRequestHeader);
  out_.Raw(resource_);
  for (const std::size_t scope : order_) {
    const std::string header = EncodeScope(scopes_[scope]);
    out_.Need(header.size() + kRequestHeader);
    const ByteWriter::Mark scope_spans = out_.Open(0x12, items_.size() > 100 ? 3 : 2);
    out_.Raw(header);
    for (const Item& item : items_) {
      if (item.scope != scope) continue;
      if (item.record != nullptr && AppendFast(SpanView(*item.record), *item.site)) continue;
      const std::string bytes = EncodeSpan(item.record != nullptr ? drain::Expand(SpanView(*item.record)) : *item.made);
      out_.Need(bytes.size());
      out_.Raw(bytes);
    }
    out_.Need(kRequestHeader);
    out_.Close(scope_spans);
  }
  // The header stands right before the body, whose length is known only now.
  const std::size_t end = out_.size();
  const std::size_t length = end - kRequestHeader;
  const std::size_t begin = kRequestHeader - 1 - VarintSize(length);
  out_.BackTo(begin);
  out_.Byte(0x0a);
  out_.Varint(length);
  out_.BackTo(end);
  return out_.From(begin);
}

}  // namespace spansmith::exporter
