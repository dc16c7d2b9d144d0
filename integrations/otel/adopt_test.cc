// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Traced functions in a program's own provider, and in exporters of the SDK. Each in a process of its own (a gtest
// death test that exits with 0): what is adopted stays adopted.
#include <gtest/gtest.h>
#include <opentelemetry/exporters/memory/in_memory_span_exporter.h>
#include <opentelemetry/sdk/trace/samplers/always_off.h>
#include <opentelemetry/sdk/trace/samplers/trace_id_ratio.h>
#include <opentelemetry/sdk/trace/simple_processor.h>
#include <opentelemetry/sdk/trace/tracer_provider.h>
#include <opentelemetry/trace/provider.h>
#include <opentelemetry/trace/scope.h>
#include <spansmith/otel.h>
#include <spansmith/runtime.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <stdexcept>

namespace spansmith::otel {
namespace {

namespace api = opentelemetry::trace;
namespace nostd = opentelemetry::nostd;
namespace sdk = opentelemetry::sdk;
using injected::Guard;
using injected::Site;
using std::chrono::seconds;
using Spans = std::vector<std::unique_ptr<sdk::trace::SpanData>>;

// "name<parent" of every span, sorted; ids in place of names for parents that are not there.
std::string Shape(const Spans& spans) {
  std::map<std::string, std::string> names;
  const auto hex = [](api::SpanId id) {
    char text[16];
    id.ToLowerBase16(text);
    return std::string(text, 16);
  };
  for (const auto& span : spans) names[hex(span->GetSpanId())] = std::string(span->GetName());
  std::vector<std::string> lines;
  for (const auto& span : spans) {
    const std::string parent = hex(span->GetParentSpanId());
    lines.push_back(std::string(span->GetName()) + '<' + (names.count(parent) != 0 ? names[parent] : ""));
  }
  std::sort(lines.begin(), lines.end());
  std::string shape;
  for (const std::string& line : lines) shape += line + ' ';
  return shape;
}

void Mixed(const nostd::shared_ptr<api::Tracer>& tracer) {
  static Site outer = Site("Outer").Scope("guards", "2").Kind(injected::SpanKind::kClient);
  static Site leaf("Leaf");
  Guard guard(&outer);
  guard.Attribute("key", "value");
  auto span = tracer->StartSpan("by hand");
  const api::Scope scope(span);
  const Guard inner(&leaf);
}

void Expect(bool ok, const char* what) {
  if (ok) return;
  std::cerr << "not so: " << what << '\n';
  std::_Exit(1);
}

class Adopted : public ::testing::Test {
 protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

struct Program {
  explicit Program(std::unique_ptr<sdk::trace::Sampler> sampler = std::make_unique<sdk::trace::AlwaysOnSampler>()) {
    auto exporter = std::make_unique<opentelemetry::exporter::memory::InMemorySpanExporter>();
    data = exporter->GetData();
    provider = nostd::shared_ptr<api::TracerProvider>(new sdk::trace::TracerProvider(
        std::make_unique<sdk::trace::SimpleSpanProcessor>(std::move(exporter)),
        sdk::resource::Resource::Create({{"service.name", "the program"}}), std::move(sampler)));
    api::Provider::SetTracerProvider(provider);
  }
  std::shared_ptr<opentelemetry::exporter::memory::InMemorySpanData> data;
  nostd::shared_ptr<api::TracerProvider> provider;
};

TEST_F(Adopted, OneTreeInTheProgramsProvider) {
  EXPECT_EXIT(
      {
        const Program program;
        Expect(Adopt(program.provider), "adopted");
        Mixed(program.provider->GetTracer("hand"));
        Expect(Flush(seconds(60)), "flushed");
        const Spans spans = program.data->GetSpans();
        Expect(Shape(spans) == "Leaf<by hand Outer< by hand<Outer ", Shape(spans).c_str());
        for (const auto& span : spans) {
          Expect(span->GetTraceId() == spans[0]->GetTraceId(), "one trace");
          const auto& resource = span->GetResource().GetAttributes();
          Expect(nostd::get<std::string>(resource.at("service.name")) == "the program", "resource");
          if (span->GetName() != "Outer") continue;
          Expect(span->GetInstrumentationScope().GetName() == "guards", "scope");
          Expect(span->GetInstrumentationScope().GetVersion() == "2", "version");
          Expect(span->GetSpanKind() == api::SpanKind::kClient, "kind");
          Expect(nostd::get<std::string>(span->GetAttributes().at("key")) == "value", "attribute");
          Expect(nostd::get<std::int64_t>(span->GetAttributes().count("code.line.number") != 0
                                              ? span->GetAttributes().at("code.line.number")
                                              : sdk::common::OwnedAttributeValue(std::int64_t{0})) == 0,
                 "no line of a site without one");
        }
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Adopted, AnErrorAndItsEvent) {
  EXPECT_EXIT(
      {
        const Program program;
        Adopt(program.provider);
        try {
          static Site site("Failing");
          const Guard guard(&site);
          throw std::runtime_error("disk full");
        } catch (const std::exception&) {
        }
        Flush(seconds(60));
        const Spans spans = program.data->GetSpans();
        Expect(spans.size() == 1, "one span");
        Expect(spans[0]->GetStatus() == api::StatusCode::kError, "status");
        Expect(spans[0]->GetDescription() == "disk full", "description");
        Expect(spans[0]->GetEvents().size() == 1 && spans[0]->GetEvents()[0].GetName() == "exception", "event");
        Expect(spans[0]->GetDuration().count() > 0, "duration");
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Adopted, TheProgramsSamplerDecides) {
  EXPECT_EXIT(
      {
        const Program program(std::make_unique<sdk::trace::AlwaysOffSampler>());
        Adopt(program.provider);
        Mixed(program.provider->GetTracer("hand"));
        Flush(seconds(60));
        Expect(program.data->GetSpans().empty(), "nothing sampled");
        Expect(GetStats().sampled_out == 2, "two guards sampled out");
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "^$");
}

TEST_F(Adopted, AnotherProviderIsRefusedInALine) {
  EXPECT_EXIT(
      {
        nostd::shared_ptr<api::TracerProvider> noop(new api::NoopTracerProvider);
        Expect(!Adopt(noop), "refused");
        Expect(!Adopt({}), "null refused");
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "spansmith::otel::Adopt: the provider is not OpenTelemetry C\\+\\+'s");
}

TEST_F(Adopted, AnExporterOfTheSdkGetsBothKinds) {
  EXPECT_EXIT(
      {
        unsetenv("OTEL_TRACES_EXPORTER");
        setenv("OTEL_SERVICE_NAME", "ours", 1);
        Install();
        static Site before("Before");
        {
          const Guard off(&before);
        }  // no exporter yet: off
        auto exporter = std::make_unique<opentelemetry::exporter::memory::InMemorySpanExporter>();
        const auto data = exporter->GetData();
        AddExporter(std::move(exporter));
        {
          const Guard on(&before);
        }
        Mixed(api::Provider::GetTracerProvider()->GetTracer("hand"));
        Expect(Flush(seconds(60)), "flushed");
        const Spans spans = data->GetSpans();
        Expect(Shape(spans) == "Before< Leaf<by hand Outer< by hand<Outer ", Shape(spans).c_str());
        const auto& resource = spans[0]->GetResource().GetAttributes();
        Expect(nostd::get<std::string>(resource.at("service.name")) == "ours", "resource");
        Expect(GetStats().delivered == 4, "delivered");
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

class FailingExporter : public sdk::trace::SpanExporter {
 public:
  std::unique_ptr<sdk::trace::Recordable> MakeRecordable() noexcept override {
    return std::make_unique<sdk::trace::SpanData>();
  }
  sdk::common::ExportResult Export(const nostd::span<std::unique_ptr<sdk::trace::Recordable>>&) noexcept override {
    return sdk::common::ExportResult::kFailure;
  }
  bool ForceFlush(std::chrono::microseconds) noexcept override { return true; }
  bool Shutdown(std::chrono::microseconds) noexcept override { return true; }
};

TEST_F(Adopted, AnExporterThatFailsIsToldAndCounted) {
  EXPECT_EXIT(
      {
        AddExporter(std::make_unique<FailingExporter>());
        static Site site("Site");
        {
          const Guard guard(&site);
        }
        Expect(!Flush(seconds(60)), "flush says so");
        Expect(GetStats().dropped_export_failed == 1, "counted");
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "they cannot be sent to the program's SpanExporter: it said that it failed");
}

TEST_F(Adopted, DisabledMeansDisabled) {
  EXPECT_EXIT(
      {
        setenv("OTEL_SDK_DISABLED", "true", 1);
        Install();
        auto exporter = std::make_unique<opentelemetry::exporter::memory::InMemorySpanExporter>();
        const auto data = exporter->GetData();
        AddExporter(std::move(exporter));
        Mixed(api::Provider::GetTracerProvider()->GetTracer("hand"));
        Flush(seconds(60));
        Expect(data->GetSpans().empty(), "nothing");
        std::exit(0);
      },
      ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace spansmith::otel
