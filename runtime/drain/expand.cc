// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See expand.h.
#include "drain/expand.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>

#include "drain/limits.h"
#include "drain/redact.h"
#include "drain/utf8.h"
#include "propagate/trace_states.h"

namespace spansmith::drain {
namespace {

using injected::Role;
using injected::Site;
using record::EntryType;
using record::EntryView;
using record::SpanView;

// `{T}` and the like are replaced by the kind's name. Without one the placeholder stays: that is what was written.
std::string NameOf(const Site& site) {
  std::string_view name = site.name;
  if (site.kind_name == nullptr) return ValidUtf8(name);
  std::string text;
  while (!name.empty()) {
    const std::size_t open = name.find('{');
    const std::size_t close = open == std::string_view::npos ? open : name.find('}', open);
    text += name.substr(0, close == std::string_view::npos ? name.size() : open);
    if (close == std::string_view::npos) break;
    text.append(site.kind_name, site.kind_name_size);
    name.remove_prefix(close + 1);
  }
  return ValidUtf8(text);
}

// A later value of the same key wins: OTLP wants keys to be unique.
void Set(Attributes& attributes, std::string key, AttributeValue value) {
  for (Attribute& attribute : attributes) {
    if (attribute.key == key) {
      attribute.value = std::move(value);
      return;
    }
  }
  attributes.push_back({std::move(key), std::move(value)});
}

void SetIfAbsent(Attributes& attributes, const char* key, AttributeValue value) {
  if (FindAttribute(attributes, key) == nullptr) attributes.push_back({key, std::move(value)});
}

template <typename T>
std::vector<T> ArrayOf(const EntryView& entry) {
  std::vector<T> values;
  entry.ForEachElement<T>([&values](T value) { values.push_back(value); });
  return values;
}

AttributeValue ValueOf(const EntryView& entry) {
  switch (entry.type()) {
    case EntryType::kBools:
      return ArrayOf<bool>(entry);
    case EntryType::kInt64s:
      return ArrayOf<std::int64_t>(entry);
    case EntryType::kDoubles:
      return ArrayOf<double>(entry);
    case EntryType::kStrings: {
      std::vector<std::string> texts;
      entry.ForEachElement<std::string_view>([&texts](std::string_view text) { texts.push_back(ValidUtf8(text)); });
      return texts;
    }
    case EntryType::kBool:
      return entry.int64() != 0;
    case EntryType::kDouble:
      return entry.float64();
    case EntryType::kString:
      return ValidUtf8(entry.text());
    default:
      return entry.int64();
  }
}

// What an error says, which may hold anything.
std::string InWords(std::string_view text) {
  return !text.empty() && IsRedacted("exception.message") ? config::Redaction::kValue : ValidUtf8(text);
}

// What was added while the span was open: goes over the entries once, oldest first.
class EntryReader {
 public:
  EntryReader(const SpanView& view, SpanData& span) : view_(view), span_(span) {}

  void Read() {
    view_.ForEachEntry([this](const EntryView& entry) { Take(entry); });
    if (event_open_) EndEvent(view_.dropped_attributes());
    span_.dropped_attributes = view_.dropped_attributes() - of_events_;
  }

  // Why the span is an error although nothing was thrown; null: it is none. Static storage.
  const char* condition() const { return condition_; }
  const char* error_text() const { return error_text_; }  // in force then; null: the site's

 private:
  void Take(const EntryView& entry) {
    switch (entry.type()) {
      case EntryType::kName:
        span_.name = ValidUtf8(entry.text());
        return;
      case EntryType::kLinkBegin:
      case EntryType::kLink: {
        const record::LinkBytes link = entry.link();
        Link result;
        result.trace_id = {link.trace_id_high, link.trace_id_low};
        result.span_id = {link.span_id};
        result.trace_flags = link.flags;
        result.trace_state = propagate::TraceStateText(link.trace_state);
        span_.links.push_back(std::move(result));
        link_open_ = entry.type() == EntryType::kLinkBegin;
        return;
      }
      case EntryType::kLinkEnd:
        link_open_ = false;
        return;
      case EntryType::kStatus:
        span_.status = {static_cast<StatusCode>(entry.int64()), InWords(entry.status_text())};
        return;
      case EntryType::kFailed:
        condition_ = entry.key();
        error_text_ = entry.static_text();
        return;
      case EntryType::kEventBegin: {
        Event event;
        event.name = ValidUtf8(entry.key());
        const record::EventBeginBytes begin = entry.event();
        event.time_unix_nano = begin.ticks;
        span_.events.push_back(std::move(event));
        dropped_before_event_ = begin.dropped_attributes;
        event_open_ = true;
        return;
      }
      case EntryType::kEventEnd:
        if (event_open_) EndEvent(entry.dropped_so_far());
        return;
      default:
        Set(Target(), ValidUtf8(entry.key()), ValueOf(entry));
    }
  }

  Attributes& Target() {
    if (event_open_) return span_.events.back().attributes;
    return link_open_ ? span_.links.back().attributes : span_.attributes;
  }

  void EndEvent(std::uint64_t dropped) {
    const auto own = static_cast<std::uint32_t>(dropped - dropped_before_event_);
    span_.events.back().dropped_attributes = own;
    of_events_ += own;
    event_open_ = false;
  }

  const SpanView& view_;
  SpanData& span_;
  bool event_open_ = false;
  bool link_open_ = false;
  const char* condition_ = nullptr;
  const char* error_text_ = nullptr;
  std::uint64_t dropped_before_event_ = 0;
  std::uint32_t of_events_ = 0;
};

void DescribeSite(const Site& site, Attributes& attributes) {
  const bool about_object = site.role == Role::kReconcile || site.role == Role::kUpdateStatus;
  if (about_object && *site.object_kind != '\0')
    SetIfAbsent(attributes, "k8s.object.kind", ValidUtf8(site.object_kind));
  if (site.role == Role::kReconcile) {
    for (const auto& [from, to] :
         {std::pair{"k8s.namespace", "k8s.object.namespace"}, std::pair{"k8s.name", "k8s.object.name"}}) {
      const AttributeValue* found = FindAttribute(attributes, from);
      if (found == nullptr) continue;
      AttributeValue copy = *found;  // before the vector grows
      SetIfAbsent(attributes, to, std::move(copy));
    }
  }
  if (*site.function != '\0') SetIfAbsent(attributes, "code.function.name", ValidUtf8(site.function));
  if (*site.file != '\0') SetIfAbsent(attributes, "code.file.path", ValidUtf8(site.file));
  if (site.line != 0) SetIfAbsent(attributes, "code.line.number", static_cast<std::int64_t>(site.line));
}

std::string Demangled(const std::string& mangled) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && text != nullptr ? text.get() : mangled;
}

// Status, type and outcome of a span that is an error. `text`: null: the site's.
void MarkError(const Site& site, const char* text, const std::string& cause, const std::string& type, SpanData& span) {
  const std::string_view means = text == nullptr || *text == '\0' ? site.error_text : text;
  if (span.status.code == StatusCode::kUnset) {
    span.status = {StatusCode::kError, means.empty() ? cause : ValidUtf8(means) + ": " + cause};
  }
  SetIfAbsent(span.attributes, "error.type", type);
  if (site.role == Role::kReconcile) SetIfAbsent(span.attributes, "k8s.reconcile.outcome", std::string("error"));
}

void DescribeError(const SpanView& view, SpanData& span) {
  const bool known = !view.error_type().empty();
  const std::string type = known ? ValidUtf8(Demangled(std::string(view.error_type()))) : "_OTHER";
  std::optional<std::string> message;
  if (view.has_error_message()) message = InWords(view.error_message());

  MarkError(view.site(), view.error_text(), message ? *message : known ? type : "unknown exception", type, span);

  Event event{"exception", span.end_unix_nano, {{"exception.type", type}}, 0};
  if (message) event.attributes.push_back({"exception.message", *message});
  if (view.ending() == record::Ending::kThrewOutside) {
    event.attributes.push_back({"error.origin.span_id", SpanId{view.origin_span_id()}.Hex()});
  }
  span.events.push_back(std::move(event));
}

}  // namespace

SpanData Expand(const SpanView& view) {
  const Site& site = view.site();
  SpanData span;
  span.trace_id = {view.trace_id_high(), view.trace_id_low()};
  span.span_id = {view.span_id()};
  span.parent_span_id = {view.parent_span_id()};
  span.name = NameOf(site);
  span.kind = site.kind;
  span.start_unix_nano = view.start();
  span.end_unix_nano = view.end();
  span.scope = {*site.scope == '\0' ? kDefaultScope : ValidUtf8(site.scope), ValidUtf8(site.scope_version)};
  span.trace_flags = view.trace_flags();
  span.trace_state = propagate::TraceStateText(view.trace_state());
  span.parent_is_remote = view.parent_is_remote();
  span.dropped_links = view.dropped_links();
  span.dropped_events = view.dropped_events();
  EntryReader entries(view, span);
  entries.Read();
  DescribeSite(site, span.attributes);
  if (view.failed_attributes() != 0) SetIfAbsent(span.attributes, "spansmith.attribute_error", true);
  if (view.failed()) {
    DescribeError(view, span);
  } else if (entries.condition() != nullptr) {
    MarkError(site, entries.error_text(), ValidUtf8(entries.condition()), "_OTHER", span);
  } else if (view.unfinished()) {
    SetIfAbsent(span.attributes, "spansmith.unfinished", true);
  } else if (site.ok_on_success && span.status.code == StatusCode::kUnset) {
    span.status.code = StatusCode::kOk;
  }
  if (redaction != nullptr) Redact(*redaction, span);
  Apply(limits, span);
  return span;
}

}  // namespace spansmith::drain
