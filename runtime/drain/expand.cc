// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See expand.h.
#include "drain/expand.h"

#include <spansmith/errors.h>

#include <optional>
#include <string_view>

#include "drain/error_text.h"
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

// What was added while the span was open: goes over the entries once, oldest first.
class EntryReader {
 public:
  EntryReader(const SpanView& view, SpanData& span) : view_(view), span_(span) {}

  void Read() {
    view_.ForEachEntry([this](const EntryView& entry) { Take(entry); });
    if (event_open_) EndEvent(view_.dropped_attributes());
    span_.dropped_attributes = view_.dropped_attributes() - of_events_;
  }

  // What the returned value says, if it is an error or an answer that is none.
  struct Failure {
    record::FailureBytes bytes;
    std::string_view type;  // "": unknown
    std::string_view message;
    bool of_exception;  // else of the returned value
  };
  const std::optional<Failure>& failure() const { return failure_; }
  const record::OriginBytes& origin() const { return origin_; }  // span_id 0: this span, as far as one knows
  std::string_view throw_stack() const { return throw_stack_; }
  const std::vector<std::pair<const char*, std::string_view>>& causes() const { return causes_; }  // type, message

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
      case EntryType::kFailure:
        failure_ = Failure{entry.failure(), {}, {}, of_exception_};
        return;
      case EntryType::kOfException:
        of_exception_ = true;
        return;
      case EntryType::kFailureType:
        if (failure_) failure_->type = entry.text();
        return;
      case EntryType::kFailureMessage:
        if (failure_) failure_->message = entry.text();
        return;
      case EntryType::kOrigin:
        origin_ = entry.origin();
        return;
      case EntryType::kCause:
        causes_.emplace_back(entry.key(), entry.text());
        return;
      case EntryType::kThrowStack:
        throw_stack_ = entry.text();
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
  std::optional<Failure> failure_;
  bool of_exception_ = false;
  record::OriginBytes origin_{};
  std::string_view throw_stack_;
  std::vector<std::pair<const char*, std::string_view>> causes_;
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

// Status, type and outcome of a span that is an error. `text`: null: the site's.
void MarkError(const Site& site, const char* text, const std::string& cause, const std::string& type, SpanData& span) {
  const std::string_view means = text == nullptr || *text == '\0' ? site.error_text : text;
  if (span.status.code == StatusCode::kUnset) span.status = {StatusCode::kError, Description(means, cause)};
  SetIfAbsent(span.attributes, "error.type", type);
  if (site.role == Role::kReconcile) SetIfAbsent(span.attributes, "k8s.reconcile.outcome", std::string("error"));
}

// Which span below it the error comes from.
void MarkOrigin(const record::OriginBytes& origin, SpanData& span) {
  if (origin.span_id == 0) return;
  if (origin.site != nullptr) SetIfAbsent(span.attributes, "error.origin", NameOf(*origin.site));
  SetIfAbsent(span.attributes, "error.origin.span_id", SpanId{origin.span_id}.Hex());
}

const char* NameOfKind(std::uint32_t kind) {
  switch (static_cast<ErrorKind>(kind)) {
    case ErrorKind::kNotFound:
      return "not_found";
    case ErrorKind::kAlreadyExists:
      return "already_exists";
    case ErrorKind::kConflict:
      return "conflict";
    case ErrorKind::kCancelled:
      return "cancelled";
    case ErrorKind::kOther:
      break;
  }
  return nullptr;
}

void MarkKind(const char* key, const EntryReader::Failure& failure, SpanData& span) {
  if (const char* kind = NameOfKind(failure.bytes.kind)) SetIfAbsent(span.attributes, key, std::string(kind));
}

// A returned value that is an error.
void DescribeFailure(const Site& site, const EntryReader::Failure& failure, const record::OriginBytes& origin,
                     SpanData& span) {
  const std::string type = failure.type.empty() ? "_OTHER" : ValidUtf8(failure.type);
  const std::string message = InWords(failure.message);
  MarkError(site, failure.bytes.error_text, message.empty() ? type : message, type, span);
  MarkKind("spansmith.error.kind", failure, span);
  MarkOrigin(origin, span);
}

// An exception. Returns its event, if the span is to have one.
std::optional<Event> DescribeError(const SpanView& view, const EntryReader& entries, SpanData& span) {
  const bool known = !view.error_type().empty();
  std::string type = known ? TypeText(view.error_type()) : "_OTHER";
  const std::string thrown = type;
  std::optional<std::string> message;
  if (view.has_error_message()) message = InWords(view.error_message());
  if (const std::optional<EntryReader::Failure>& said = entries.failure(); said && said->of_exception) {
    if (!said->type.empty()) type = ValidUtf8(said->type);
    if (!said->message.empty()) message = InWords(said->message);
    MarkKind("spansmith.error.kind", *said, span);
  }

  std::string cause = message ? *message : known ? type : "unknown exception";
  for (const auto& [cause_type, words] : entries.causes()) {
    const std::string text = words.empty() ? TypeText(cause_type) : InWords(words);
    if (cause.find(text) == std::string::npos) cause += ": " + text;
  }
  MarkError(view.site(), view.error_text(), cause, type, span);
  MarkOrigin(entries.origin(), span);

  const bool outside = view.ending() == record::Ending::kThrewOutside;
  const config::Errors::Events events = ErrorOptions().events;
  if (events == config::Errors::Events::kNone || (outside && events == config::Errors::Events::kFirst)) {
    return std::nullopt;
  }
  Event event{"exception", span.end_unix_nano, {{"exception.type", thrown}}, 0};
  if (message) event.attributes.push_back({"exception.message", *message});
  if (!entries.throw_stack().empty())
    event.attributes.push_back({"exception.stacktrace", StackText(entries.throw_stack())});
  if (!entries.causes().empty()) {
    const auto& [root_type, root_words] = entries.causes().back();
    event.attributes.push_back({"exception.cause.type", TypeText(root_type)});
    if (!root_words.empty()) event.attributes.push_back({"exception.cause.message", InWords(root_words)});
  }
  if (outside) event.attributes.push_back({"error.origin.span_id", SpanId{view.origin_span_id()}.Hex()});
  return event;
}

Scope ScopeOf(const Site& site) {
  return {*site.scope == '\0' ? kDefaultScope : ValidUtf8(site.scope), ValidUtf8(site.scope_version)};
}

}  // namespace

std::optional<ExceptionEvent> ExceptionOf(const SpanView& view) {
  if (!view.failed()) return std::nullopt;
  SpanData span;
  span.end_unix_nano = view.end();
  EntryReader entries(view, span);
  entries.Read();
  std::optional<Event> event = DescribeError(view, entries, span);
  if (!event) return std::nullopt;
  return ExceptionEvent{*std::move(event), ScopeOf(view.site())};
}

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
  span.scope = ScopeOf(site);
  span.trace_flags = view.trace_flags();
  span.trace_state = propagate::TraceStateText(view.trace_state());
  span.parent_is_remote = view.parent_is_remote();
  span.dropped_links = view.dropped_links();
  span.dropped_events = view.dropped_events();
  EntryReader entries(view, span);
  entries.Read();
  DescribeSite(site, span.attributes);
  if (view.failed_attributes() != 0) SetIfAbsent(span.attributes, "spansmith.attribute_error", true);
  if (const auto& failure = entries.failure(); failure.has_value() && failure->bytes.is_answer != 0 && !view.failed()) {
    MarkKind("spansmith.answer", *failure, span);
    SetIfAbsent(span.attributes, "spansmith.answer", std::string("other"));
  }
  if (view.failed()) {
    std::optional<Event> event = DescribeError(view, entries, span);
    if (event && ErrorOptions().signal != config::Errors::Signal::kLogs) span.events.push_back(*std::move(event));
  } else if (entries.failure().has_value() && entries.failure()->bytes.is_answer == 0) {
    DescribeFailure(site, *entries.failure(), entries.origin(), span);
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
