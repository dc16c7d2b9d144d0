// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The same spans written by hand against opentelemetry-cpp, with its batch processor; the exporter of the sampled cases
// is in process and takes everything. Modes as spansmith_bench's: sampled, unsampled, disabled, paced URL, burst.
#include <opentelemetry/exporters/otlp/otlp_http_exporter_factory.h>
#include <opentelemetry/exporters/otlp/otlp_http_exporter_options.h>
#include <opentelemetry/sdk/trace/batch_span_processor_factory.h>
#include <opentelemetry/sdk/trace/batch_span_processor_options.h>
#include <opentelemetry/sdk/trace/exporter.h>
#include <opentelemetry/sdk/trace/samplers/always_off_factory.h>
#include <opentelemetry/sdk/trace/samplers/always_on_factory.h>
#include <opentelemetry/sdk/trace/span_data.h>
#include <opentelemetry/sdk/trace/tracer_provider.h>
#include <opentelemetry/sdk/trace/tracer_provider_factory.h>
#include <opentelemetry/trace/provider.h>
#include <opentelemetry/trace/scope.h>

#include <atomic>

#include "../../harness.h"

namespace {

namespace nostd = opentelemetry::nostd;
namespace sdk = opentelemetry::sdk::trace;
namespace trace = opentelemetry::trace;

std::atomic<long> exported{0};

class Sink final : public sdk::SpanExporter {
 public:
  std::unique_ptr<sdk::Recordable> MakeRecordable() noexcept override { return std::make_unique<sdk::SpanData>(); }
  opentelemetry::sdk::common::ExportResult Export(
      const nostd::span<std::unique_ptr<sdk::Recordable>>& spans) noexcept override {
    exported += static_cast<long>(spans.size());
    return opentelemetry::sdk::common::ExportResult::kSuccess;
  }
  bool ForceFlush(std::chrono::microseconds) noexcept override { return true; }
  bool Shutdown(std::chrono::microseconds) noexcept override { return true; }
};

nostd::shared_ptr<trace::Tracer> tracer;
std::shared_ptr<sdk::TracerProvider> provider;

void Install(std::unique_ptr<sdk::SpanExporter> exporter, std::unique_ptr<sdk::Sampler> sampler) {
  auto processor = sdk::BatchSpanProcessorFactory::Create(std::move(exporter), sdk::BatchSpanProcessorOptions{});
  provider = std::make_shared<sdk::TracerProvider>(
      std::move(processor), opentelemetry::sdk::resource::Resource::Create({}), std::move(sampler));
  tracer = provider->GetTracer("bench");
}

const std::string text24(24, 'x');
std::int64_t number = 42;
int turn = 0;

enum class Kind { kBare, kAttributes, kEvents };

template <Kind kind>
[[gnu::noinline]] void Child(const char* name, int children) {
  auto span = tracer->StartSpan(name);
  const trace::Scope scope(span);
  if constexpr (kind != Kind::kBare) {
    span->SetAttribute("bench.literal", "a literal");
    span->SetAttribute("bench.number", number);
    span->SetAttribute("bench.text", text24);
  }
  if constexpr (kind == Kind::kEvents) {
    if (children == 0 && ++turn % 10 == 0) {
      span->AddEvent("exception", {{"exception.type", "std::runtime_error"}, {"exception.message", text24}});
    }
  }
  for (int i = 0; i < children; ++i) Child<kind>("Child", 0);
}

template <Kind kind>
void Tree() {
  Child<kind>("Root", bench::kSpansOfTree - 1);
}

void Settle() {
  if (provider) provider->ForceFlush(std::chrono::seconds(30));
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "sampled") {
    Install(std::make_unique<Sink>(), sdk::AlwaysOnSamplerFactory::Create());
    bench::Case("sampled", &Tree<Kind::kBare>, &Settle);
    bench::Case("attributes", &Tree<Kind::kAttributes>, &Settle);
    bench::Case("events", &Tree<Kind::kEvents>, &Settle);
    bench::CaseOfTwoThreads("sampled_2_threads", &Tree<Kind::kBare>, &Settle);
  } else if (mode == "unsampled") {
    Install(std::make_unique<Sink>(), sdk::AlwaysOffSamplerFactory::Create());
    bench::Case("unsampled", &Tree<Kind::kBare>, &Settle);
  } else if (mode == "disabled") {
    tracer = trace::Provider::GetTracerProvider()->GetTracer("bench");  // the API's own, which does nothing
    bench::Case("disabled", &Tree<Kind::kBare>, &Settle);
  } else if (mode == "paced" && argc > 2) {
    opentelemetry::exporter::otlp::OtlpHttpExporterOptions options;
    options.url = std::string(argv[2]) + "/v1/traces";
    options.content_type = opentelemetry::exporter::otlp::HttpRequestContentType::kBinary;
    Install(opentelemetry::exporter::otlp::OtlpHttpExporterFactory::Create(options),
            sdk::AlwaysOnSamplerFactory::Create());
    bench::Paced("paced", 5, &Tree<Kind::kBare>, &Settle);
  } else if (mode == "burst") {
    Install(std::make_unique<Sink>(), sdk::AlwaysOnSamplerFactory::Create());
    for (int i = 0; i < 20'000; ++i) Tree<Kind::kBare>();
    Settle();
    std::printf("burst_delivered %ld\n", exported.load());
  } else {
    std::fprintf(stderr, "usage: %s sampled|unsampled|disabled|paced URL|burst\n", argv[0]);
    return 2;
  }
  provider.reset();
  return 0;
}
