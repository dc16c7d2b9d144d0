// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What it costs to write a context into headers and to read it, beside opentelemetry-cpp's propagators, in the same
// run: least of many rounds, nanoseconds of one operation, and the ratio. A map of strings is the carrier of both.
#include <opentelemetry/baggage/baggage_context.h>
#include <opentelemetry/baggage/propagation/baggage_propagator.h>
#include <opentelemetry/context/propagation/composite_propagator.h>
#include <opentelemetry/trace/context.h>
#include <opentelemetry/trace/propagation/b3_propagator.h>
#include <opentelemetry/trace/propagation/http_trace_context.h>
#include <spansmith/baggage.h>
#include <spansmith/propagation.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace otel = opentelemetry;
using Headers = std::map<std::string, std::string>;

constexpr int kRounds = 60;
constexpr int kEach = 5'000;

class Carrier : public otel::context::propagation::TextMapCarrier {
 public:
  explicit Carrier(Headers& headers) : headers_(headers) {}
  otel::nostd::string_view Get(otel::nostd::string_view key) const noexcept override {
    const auto found = headers_.find(std::string(key));
    return found == headers_.end() ? otel::nostd::string_view() : otel::nostd::string_view(found->second);
  }
  void Set(otel::nostd::string_view key, otel::nostd::string_view value) noexcept override {
    headers_[std::string(key)] = std::string(value);
  }

 private:
  Headers& headers_;
};

template <typename Action>
double Least(Action&& action) {
  double least = 1e18;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < kEach; ++i) action();
    const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
    least = std::min(least, took.count() / kEach);
  }
  return least;
}

void Print(const char* what, double ours, double theirs) {
  std::printf("%-40s %8.0f ns %8.0f ns  %5.2f\n", what, ours, theirs, ours / theirs);
}

void Compare(const char* what, otel::context::propagation::TextMapPropagator& propagator, const Headers& request) {
  Headers read = request;
  Carrier carrier(read);
  const spansmith::Context context = spansmith::Extract(request);
  otel::context::Context empty;
  const otel::context::Context theirs = propagator.Extract(carrier, empty);
  volatile std::uint64_t sink = 0;
  Print((std::string(what) + ", extract").c_str(), Least([&] { sink = sink + spansmith::Extract(request).span_id; }),
        Least([&] {
          const otel::context::Context extracted = propagator.Extract(carrier, empty);
          sink = sink + static_cast<std::uint64_t>(extracted.HasKey(otel::trace::kSpanKey));
        }));
  Print((std::string(what) + ", inject").c_str(), Least([&] {
          Headers headers;
          spansmith::Inject(headers, context);
          sink = sink + headers.size();
        }),
        Least([&] {
          Headers headers;
          Carrier out(headers);
          propagator.Inject(out, theirs);
          sink = sink + headers.size();
        }));
}

}  // namespace

// An argument: the propagators (OTEL_PROPAGATORS is read once a process).
int main(int count, char** words) {
  const std::string which = count > 1 ? words[1] : "tracecontext,baggage";
  setenv("OTEL_PROPAGATORS", which.c_str(), 1);
  setenv("OTEL_TRACES_EXPORTER", "none", 1);
  std::printf("%-40s %11s %11s  %5s\n", which.c_str(), "Spansmith", "OTel C++", "ratio");
  if (which == "b3") {
    otel::trace::propagation::B3Propagator b3;
    Compare("b3", b3, {{"b3", "4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-1"}});
    return 0;
  }
  std::vector<std::unique_ptr<otel::context::propagation::TextMapPropagator>> both;
  both.push_back(std::make_unique<otel::trace::propagation::HttpTraceContext>());
  both.push_back(std::make_unique<otel::baggage::propagation::BaggagePropagator>());
  otel::context::propagation::CompositePropagator propagator(std::move(both));
  const std::string parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  Compare("traceparent", propagator, {{"traceparent", parent}});
  Compare("traceparent, tracestate", propagator, {{"traceparent", parent}, {"tracestate", "rojo=1,congo=t61rcWkgMzE"}});
  Compare("traceparent, baggage of 3", propagator,
          {{"traceparent", parent}, {"baggage", "tenant=acme,user.id=Am%C3%A9lie,region=eu-west-1"}});
}
