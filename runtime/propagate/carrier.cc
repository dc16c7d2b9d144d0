// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Inject and Extract. See spansmith/propagation.h.
#include <spansmith/baggage.h>
#include <spansmith/propagation.h>

#include <exception>

#include "propagate/b3.h"
#include "propagate/refused.h"
#include "propagate/settings.h"
#include "propagate/trace_state.h"
#include "sample/head_sampler.h"

namespace spansmith {
namespace {

using config::Propagators;
using propagate::Refuse;
using propagate::Refused;
using propagation_internal::SameName;

// Of one kind, joined. A server refuses requests before it comes to that.
constexpr std::size_t kMostText = std::size_t{1} << 18;

std::string_view TrimOws(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// RFC 9110, 5.3: several fields of a list are one.
bool Join(std::string_view more, std::string* list) {
  if (list->size() + more.size() >= kMostText) return false;
  if (!list->empty()) *list += ',';
  list->append(more);
  return true;
}

// Without a decision the receiver decides, as for a root of its own.
Context Decided(const propagate::B3& b3) {
  Context context = b3.context;
  if (context.span_id == 0) return {};  // a decision alone says of no trace what it decides
  if (!b3.sampled && sample::Sampled(context.trace_id_low, sample::RootThreshold())) context.flags |= Context::kSampled;
  context.flags |= Context::kRemote;
  return context;
}

}  // namespace

std::vector<std::string_view> PropagationFields() {
  const Propagators& propagators = propagate::CurrentSettings().propagators;
  std::vector<std::string_view> names;
  if (propagators.trace_context) names.insert(names.end(), {"traceparent", "tracestate"});
  if (propagators.baggage) names.push_back("baggage");
  if (propagators.b3 || propagators.b3_multi) {
    names.insert(names.end(), {"b3", "x-b3-traceid", "x-b3-spanid", "x-b3-parentspanid", "x-b3-sampled", "x-b3-flags"});
  }
  return names;
}

Extraction::Extraction() noexcept = default;

void Extraction::Header(std::string_view name, std::string_view value) noexcept {
  try {
    Take(name, TrimOws(value));
  } catch (const std::exception&) {  // no memory
    too_much_ = true;
  }
}

void Extraction::Take(std::string_view name, std::string_view value) {
  // Most headers are none of ours, and most of those differ in their length.
  switch (name.size()) {
    case 2:
      if (!SameName(name, "b3")) return;
      if (const auto b3 = propagate::ParseB3(value)) {
        b3_ = Decided(*b3);
      } else {
        b3_bad_ = true;
      }
      ++b3s_;
      return;
    case 7:
      if (SameName(name, "baggage") && !Join(value, &baggage_)) Refuse(Refused::kBaggage);
      return;
    case 10:
      if (SameName(name, "tracestate")) {
        too_much_ = !Join(value, &states_) || too_much_;
      } else if (SameName(name, "x-b3-flags")) {
        b3_flags_ = value.substr(0, 8);
      }
      return;
    case 11:
      if (SameName(name, "traceparent")) {
        parent_ = injected::ParseTraceparent(value.data(), value.size());
        if (parent_.span_id == 0 || parents_ != 0) refused_ = value.substr(0, 128);
        ++parents_;
      } else if (SameName(name, "x-b3-spanid")) {
        b3_span_id_ = value.substr(0, 64);
      }
      return;
    case 12:
      if (SameName(name, "x-b3-traceid")) {
        b3_trace_id_ = value.substr(0, 64);
      } else if (SameName(name, "x-b3-sampled")) {
        b3_sampled_ = value.substr(0, 8);
      }
      return;
    case 17:
      if (SameName(name, "x-b3-parentspanid")) b3_parent_id_ = value.substr(0, 64);
      return;
    default:
      return;
  }
}

Context Extraction::Result() noexcept {
  const Propagators& propagators = propagate::CurrentSettings().propagators;
  Context context;
  if (propagators.trace_context && parents_ == 1 && parent_.span_id != 0) {
    context = parent_;
    context.flags |= Context::kRemote;
    if (!states_.empty() && !too_much_) context.trace_state = TracestateNumber(states_);
    const bool blank = states_.find_first_not_of(" \t,") == std::string::npos;
    if (!blank && context.trace_state == 0) Refuse(Refused::kTracestate, states_);
  } else if (propagators.trace_context && parents_ != 0) {
    Refuse(Refused::kTraceparent, refused_);  // one that is malformed, or several
  }
  if ((propagators.b3 || propagators.b3_multi) && (context.span_id == 0 || propagators.b3_last)) {
    Context b3;
    if (b3s_ == 1 && !b3_bad_) {  // goes before the others ("The single-header variant takes precedence")
      b3 = b3_;
    } else if (b3s_ != 0) {
      Refuse(Refused::kB3);
    } else if (const auto parsed =
                   propagate::ParseB3({b3_trace_id_, b3_span_id_, b3_parent_id_, b3_sampled_, b3_flags_})) {
      b3 = Decided(*parsed);
    } else {
      Refuse(Refused::kB3, b3_trace_id_);
    }
    if (b3.span_id != 0) context = b3;
  }
  if (propagators.baggage && !baggage_.empty()) context.baggage = Baggage::FromHeader(baggage_).block();
  return context;
}

namespace propagation_internal {

bool InjectInto(const Context& context, Set set, void* carrier) {
  const Propagators& propagators = propagate::CurrentSettings().propagators;
  bool any = false;
  const auto say = [&](std::string_view name, std::string_view value) {
    any = true;
    set(carrier, name, value);
  };
  if (context.span_id != 0) {
    if (propagators.trace_context) {
      const injected::Traceparent parent = injected::FormatTraceparent(context);
      say("traceparent", {parent.text, sizeof parent.text - 1});
      if (context.trace_state != 0) {
        const std::string state = TracestateOf(context);
        if (!state.empty()) say("tracestate", state);
      }
    }
    if (propagators.b3) say("b3", propagate::B3Text(context).text());
    if (propagators.b3_multi) {
      const propagate::B3Text b3(context);
      say("x-b3-traceid", b3.text().substr(0, 32));
      say("x-b3-spanid", b3.text().substr(33, 16));
      if ((context.flags & Context::kDebug) != 0) {
        say("x-b3-flags", "1");
      } else {
        say("x-b3-sampled", (context.flags & Context::kSampled) != 0 ? "1" : "0");
      }
    }
  }
  if (propagators.baggage && context.baggage) {
    const std::string header = BaggageOf(context).Header();
    if (!header.empty()) say("baggage", header);
  }
  return any;
}

void CarrierThrew() {
  // A forced unwind (pthread_cancel) is no C++ exception and must go on.
  if (std::current_exception() == nullptr) throw;
  Refuse(Refused::kCarrier);
}

}  // namespace propagation_internal
}  // namespace spansmith
