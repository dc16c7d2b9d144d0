// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The doors into the runtime: the public functions (spansmith/runtime.h), the first span (record/first_span.h), sinks.
// None lets an exception out: instrumentation must not change what a program does.
#include <spansmith/configuration.h>
#include <spansmith/runtime.h>
#include <spansmith/sampler.h>
#include <spansmith/self_observation.h>
#include <spansmith/tail_sampling.h>

#include <algorithm>
#include <exception>
#include <string>

#include "lifecycle/added_exporters.h"
#include "lifecycle/core.h"
#include "lifecycle/module_pin.h"
#include "lifecycle/sdk_metrics.h"
#include "lifecycle/sink.h"
#include "notice/notice.h"
#include "propagate/settings.h"
#include "record/first_span.h"
#include "record/thread_state.h"
#include "signals/reporter.h"

namespace spansmith {
namespace {

signals::Reporter::Clock::time_point DeadlineIn(std::chrono::milliseconds timeout) {
  constexpr std::chrono::milliseconds kYear = std::chrono::hours(24 * 365);  // beyond it the sum could overflow
  return signals::Reporter::Clock::now() + std::clamp(timeout, std::chrono::milliseconds(0), kYear);
}

template <typename Result, typename Action>
Result Guarded(Result otherwise, Action&& action) noexcept {
  const record::InsideRuntime inside;
  try {
    return action();
  } catch (const std::exception& error) {
    notice::SayOnce(std::string("tracing is not possible: ") + error.what() + "; the program goes on without it");
    return otherwise;
  }
}

}  // namespace

FlushResult Flush(std::chrono::milliseconds timeout) noexcept {
  return Guarded(FlushResult{}, [&] {
    const auto deadline = DeadlineIn(timeout);
    FlushResult result = lifecycle::Core::Get().Flush(timeout);
    result.complete = signals::FlushAll(deadline) && result.complete;
    return result;
  });
}

FlushResult Shutdown(std::chrono::milliseconds timeout) noexcept {
  return Guarded(FlushResult{}, [&] {
    const auto deadline = DeadlineIn(timeout);
    signals::BeginStopAll(deadline);
    FlushResult result = lifecycle::Core::Get().Shutdown(timeout);
    result.complete = signals::FinishStopAll(deadline) && result.complete;
    return result;
  });
}

bool SetFilter(std::string_view filter) noexcept {
  return Guarded(false, [&] { return lifecycle::Core::Get().SetFilter(filter); });
}

Stats GetStats() noexcept {
  return Guarded(Stats{}, [] { return lifecycle::Core::Get().Count(); });
}

std::vector<SdkMetric> SdkMetrics() noexcept {
  return Guarded(std::vector<SdkMetric>{}, [] { return lifecycle::Core::Get().Metrics(); });
}

std::string SdkMetricsText() noexcept {
  return Guarded(std::string(), [] { return lifecycle::OpenMetricsText(lifecycle::Core::Get().Metrics()); });
}

void SetSampler(std::shared_ptr<Sampler> sampler) noexcept {
  Guarded(false, [&] {
    lifecycle::Core::Get().SetSampler(std::move(sampler));
    return true;
  });
}

std::string Runtime::EffectiveConfiguration() noexcept {
  return Guarded(std::string(), [] { return lifecycle::Core::Get().EffectiveConfiguration(); });
}

void SetTailSampling(const TailSampling& sampling) noexcept {
  Guarded(false, [&] {
    lifecycle::Core::Get().SetTailSampling(sampling);
    return true;
  });
}

namespace lifecycle {

void SetTimeSource(record::TimeSource* source) {
  const record::InsideRuntime inside;
  Core::Get().SetTimeSource(source);
}
void SetIdSource(record::IdSource* source) {
  const record::InsideRuntime inside;
  Core::Get().SetIdSource(source);
}
void AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead) {
  const record::InsideRuntime inside;
  Core::Get().AddExporter(std::move(exporter), instead);
}
Attributes Resource() {
  const record::InsideRuntime inside;
  return Core::Get().Resource();
}
void AddSink(Sink* sink) {
  const record::InsideRuntime inside;
  Core::Get().AddSink(sink);
}
void RemoveSink(Sink* sink) {
  const record::InsideRuntime inside;
  Core::Get().RemoveSink(sink);
}

}  // namespace lifecycle

void propagate::OnFirstPropagation() noexcept {
  Guarded(false, [] {
    lifecycle::Core::Get().Prepare();
    return true;
  });
}
signals::Settings signals::SettingsOf(config::Signal signal) { return lifecycle::Core::Get().SettingsOf(signal); }
void signals::EndWithProcess() { lifecycle::Core::Get().EndAtExit(); }

bool record::OnFirstSpan(injected::Site* site) noexcept {
  return Guarded(false, [&] {
    lifecycle::PinModuleOf(site);
    return lifecycle::Core::Get().Admit(site);
  });
}

}  // namespace spansmith
