// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// HttpClientTransfer: the span is kept as data, and recorded when it ends.
#include <spansmith/http.h>
#include <spansmith/span_data.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <memory>
#include <utility>

#include "record/watch.h"
#include "record/whole_span.h"
#include "say.h"
#include "url.h"

namespace spansmith {

using Clock = std::chrono::steady_clock;

struct HttpClientTransfer::Recorded {
  injected::Site* site;
  SpanData span;
  unsigned trace_state = 0;
  Clock::time_point started;
  pid_t process = getpid();

  // As a guard's; a later value takes the place of an earlier one.
  void sm_Attribute(const char* key, std::string_view text) { Set(key, std::string(text)); }
  template <typename Number, typename = std::enable_if_t<std::is_integral_v<Number>>>
  void sm_Attribute(const char* key, Number number) {
    Set(key, static_cast<std::int64_t>(number));
  }
  void Name(std::string_view name) { span.name = name; }
  void Error(std::string_view description) { span.status = {StatusCode::kError, std::string(description)}; }

 private:
  void Set(const char* key, AttributeValue value) {
    for (Attribute& attribute : span.attributes) {
      if (attribute.key != key) continue;
      attribute.value = std::move(value);
      return;
    }
    span.attributes.push_back({key, std::move(value)});
  }
};

namespace {

template <typename Recorded, typename Action>
void Guarded(Recorded* recorded, Action&& action) noexcept {
  if (recorded == nullptr) return;
  try {
    action(*recorded);
  } catch (const std::exception&) {  // no memory: there is less on the span
  }
}

}  // namespace

HttpClientTransfer::HttpClientTransfer(injected::Site* site, std::string_view method, std::string_view url,
                                       const Context& parent, unsigned resends) noexcept
    : context_(parent) {
  const http::Url parts = http::PartsOf(url);
  may_propagate_ = MayPropagateTo(parts.host);
  if (!record::WantsWhole(site)) return;
  try {
    auto recorded = std::make_unique<Recorded>();
    recorded->site = site;
    recorded->span.name = site->name;
    if (!method.empty()) http::SayMethod(*recorded, method, {});
    http::SayIf(*recorded, "url.full", RedactedUrl(url));
    http::SayIf(*recorded, "server.address", parts.host);
    http::SayIf(*recorded, "server.port", parts.port);
    if (resends != 0) recorded->sm_Attribute("http.request.resend_count", resends);
    SpanData& span = recorded->span;
    record::Begun begun = record::BeginDetached(site, span.name, parent, span.attributes);
    context_ = begun.context;
    if (!begun.recording) return;
    span.trace_id = {context_.trace_id_high, context_.trace_id_low};
    span.span_id = {context_.span_id};
    span.parent_span_id = {parent.span_id};
    span.parent_is_remote = (parent.flags & Context::kRemote) != 0;
    span.trace_flags = context_.flags;
    span.start_unix_nano = begun.start_unix_nano;
    for (Attribute& attribute : begun.of_sampler) span.attributes.push_back(std::move(attribute));
    recorded->trace_state = context_.trace_state;
    recorded->started = Clock::now();
    recorded_ = recorded.release();
  } catch (const std::exception&) {  // no memory: no span
  }
}

HttpClientTransfer::~HttpClientTransfer() { End(); }

void HttpClientTransfer::Method(std::string_view method) noexcept {
  Guarded(recorded_, [&](Recorded& span) { http::SayMethod(span, method, {}); });
}

void HttpClientTransfer::Response(int status) noexcept {
  Guarded(recorded_, [&](Recorded& span) { http::SayResponse(span, status, 400); });
}

void HttpClientTransfer::Protocol(std::string_view version) noexcept {
  Guarded(recorded_, [&](Recorded& span) { http::SayIf(span, "network.protocol.version", version); });
}

void HttpClientTransfer::Peer(std::string_view address, int port) noexcept {
  Guarded(recorded_, [&](Recorded& span) {
    http::SayIf(span, "network.peer.address", address);
    http::SayIf(span, "network.peer.port", port);
  });
}

void HttpClientTransfer::Failed(std::string_view type, std::string_view description) noexcept {
  Guarded(recorded_, [&](Recorded& span) {
    span.sm_Attribute("error.type", type);
    span.Error(description);
  });
}

void HttpClientTransfer::End() noexcept {
  const std::unique_ptr<Recorded> recorded(std::exchange(recorded_, nullptr));
  if (recorded == nullptr || recorded->process != getpid()) return;
  SpanData& span = recorded->span;
  const auto took = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - recorded->started).count();
  span.end_unix_nano = record::watch.time.load() != nullptr ? std::max(record::WatchedUnixNanos(), span.start_unix_nano)
                                                            : span.start_unix_nano + static_cast<std::uint64_t>(took);
  record::WriteWhole(recorded->site, span, recorded->trace_state);
}

void HttpClientTransfer::Forget() noexcept { delete std::exchange(recorded_, nullptr); }

}  // namespace spansmith
