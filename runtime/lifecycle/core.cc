// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See core.h.
#include "lifecycle/core.h"

#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <string>
#include <utility>

#include "config/describe.h"
#include "config/unknown.h"
#include "drain/error_text.h"
#include "drain/limits.h"
#include "drain/redact.h"
#include "drain/utf8.h"
#include "errors/in_flight.h"
#include "lifecycle/farewell.h"
#include "lifecycle/sdk_metrics.h"
#include "lifecycle/signals.h"
#include "notice/notice.h"
#include "propagate/refused.h"
#include "propagate/settings.h"
#include "propagate/trace_states.h"
#include "record/clock.h"
#include "record/interned.h"
#include "record/open_spans.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"
#include "sample/head_sampler.h"
#include "sample/tail/tail_sampler.h"
#include "transport/http.h"

namespace spansmith::lifecycle {
namespace {

using injected::Site;
using std::chrono::milliseconds;

constexpr sample::Plan kSinkPlan{sample::kAlways, sample::kAlways, sample::kAlways, 0, false};
constexpr milliseconds kSinkFlush{10'000};  // a test that waits longer is stuck

void SayLines(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    notice::Say(text.substr(0, end), notice::Level::kNone);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
}

Worker::Clock::time_point DeadlineIn(milliseconds timeout) {
  constexpr milliseconds kYear = std::chrono::hours(24 * 365);  // beyond it the sum could overflow
  return Worker::Clock::now() + std::clamp(timeout, milliseconds(0), kYear);
}

FlushResult Compare(const Stats& before, const Stats& after, bool done) {
  FlushResult result;
  result.delivered = after.delivered - before.delivered;
  result.lost = after.Dropped() - before.Dropped();
  result.left = after.pending;
  result.complete = done && result.lost == 0 && after.spilled == before.spilled;
  return result;
}

// Old workers of forked parents stay reachable, so that a leak checker in the child is not alarmed.
std::vector<Worker*>& AbandonedWorkers() {
  static auto* const workers = new std::vector<Worker*>;
  return *workers;
}

}  // namespace

Core& Core::Get() {
  static Core* const core = new Core;
  return *core;
}

Core::Core() {
  record::ChooseClock();
  AbandonedWorkers();
  pthread_atfork([] { Get().BeforeFork(); }, [] { Get().AfterForkInParent(); }, [] { Get().AfterForkInChild(); });
}

void Core::Configure() {
  if (config_) return;
  layers_.environment = config::RememberedEnvironment();
  for (const char* name : config::kLiveNames) layers_.environment(name);  // for TakeFile, on another thread
  TakeFileNow();
  config_ = config::Load(layers_, config::RegisteredDefaults(), config::BinaryName(), own_resource_);
  for (Attribute& attribute : config_->resource) {  // of the environment, which may hold any bytes; OTLP may not
    attribute.key = drain::ValidUtf8(attribute.key);
    if (auto* text = std::get_if<std::string>(&attribute.value)) *text = drain::ValidUtf8(*text);
  }
  drain::Redact(config_->redaction, config_->resource);
  drain::redaction = config_->redaction.empty() ? nullptr : &config_->redaction;
  SetExitTimeout(config_->shutdown_timeout);
  notice::SetLevel(config_->live.log_level);
  for (const std::string& line : config_->notices) notice::SayOnce(line);
  if (!config_->disabled) {
    for (const std::string& line : config::UnknownVariables(config::NamesToCheck(environ, layers_.code)))
      notice::SayOnce(line + layers_.OriginOf(line));
  }
  ChooseExceptionSignal();
  if (config_->print || config_->live.log_level == notice::Level::kDebug) SayLines(Description());
  errors::EnableThrowHook(config_->throw_hook);
  errors::EnableStackTraces(config_->errors.stack_traces);
  drain::error_options = &config_->errors;
  record::Chunks().SetBudget(config_->buffer_bytes);
  drain::limits = config_->limits;
  InstallPlan();
  propagate::Install({config_->propagators, config_->hosts});
}

std::string Core::Description() {
  std::string text = config::Describe(*config_);
  for (const config::Signal signal : {config::Signal::kLogs, config::Signal::kMetrics}) {
    text += config::Describe(MakeSettings(signal).signal, signal);
  }
  return text;
}

void Core::ChooseExceptionSignal() {
  signals::SendsFromSpans(config::Signal::kLogs, nullptr);
  config::Errors::Signal& signal = config_->errors.signal;
  if (signal == config::Errors::Signal::kEvents) return;
  kept_settings_.push_back(std::make_unique<const signals::Settings>(MakeSettings(config::Signal::kLogs)));
  if (kept_settings_.back()->signal.wanted) {
    signals::SendsFromSpans(config::Signal::kLogs, kept_settings_.back().get());
  } else {
    signal = config::Errors::Signal::kEvents;
    notice::SayOnce(
        "OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN: exceptions stay events of their spans, for log records are sent "
        "nowhere; "
        "set OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_LOGS_EXPORTER=otlp");
  }
}

void Core::InstallPlan() {
  if (!config_) return;
  const sample::Plan plan = sink_count_ == 0 ? sample::PlanOf(config_->live.sampler) : kSinkPlan;
  sample::Install(plan);
  configured_sampler_ = plan.ask_below ? MakeProbabilitySampler(config_->live.sampler.ratio) : nullptr;
  Rewatch();
}

void Core::Rewatch() {
  const std::shared_ptr<Sampler>& sampler = own_sampler_ ? own_sampler_ : configured_sampler_;
  if (sampler && (kept_samplers_.empty() || kept_samplers_.back() != sampler)) kept_samplers_.push_back(sampler);
  record::watch.sampler.store(sampler.get());
  const unsigned state = OnState();
  for (Site* site : sites_) {
    if (__atomic_load_n(&site->state, __ATOMIC_RELAXED) != Site::kOff) {
      __atomic_store_n(&site->state, state, __ATOMIC_RELAXED);
    }
  }
}

void Core::SetSampler(std::shared_ptr<Sampler> sampler) {
  const std::lock_guard lock(mutex_);
  own_sampler_ = std::move(sampler);
  Rewatch();
}

void Core::SetTimeSource(record::TimeSource* source) {
  const std::lock_guard lock(mutex_);
  record::watch.time.store(source);
  Rewatch();
}

void Core::SetIdSource(record::IdSource* source) {
  const std::lock_guard lock(mutex_);
  record::watch.ids.store(source);
  Rewatch();
}

Worker& Core::RunningWorker() {
  Configure();
  if (worker_) return *worker_;
  const auto& exporters = config_->exporters;
  if (std::find(exporters.begin(), exporters.end(), config::ExporterKind::kOtlp) != exporters.end()) {
    transport::PrepareProcess();
  }
  EndAtExit();
  worker_ = std::make_unique<Worker>(*config_, &ledger_, MakeTailSampler(), MakeFileWatch());
  bool instead = only_added_exporters_;
  for (const auto& exporter : added_exporters_) {
    worker_->AddExporter(exporter, instead);
    instead = false;
  }
  static bool signals_are_ours = false;
  if (config_->drain_on_signals && !std::exchange(signals_are_ours, true)) DrainOnSignals(&ShutdownAtExit);
  return *worker_;
}

void Core::EndAtExit() {
  static std::once_flag registered;  // a forked child inherits the registration
  std::call_once(registered, [] { std::atexit([] { ShutdownAtExit(); }); });
}

std::unique_ptr<drain::Stage> Core::MakeTailSampler() {
  const std::optional<TailSampling>& sampling = config_->live.tail ? config_->live.tail : own_tail_;
  return sampling ? std::make_unique<sample::TailSampler>(*sampling, &ledger_) : nullptr;
}

void Core::SetTailSampling(const TailSampling& sampling) {
  const std::lock_guard lock(mutex_);
  Configure();
  if (config_->live.tail || config_->disabled) return;
  own_tail_ = sampling;
  if (worker_) worker_->SetStage(MakeTailSampler());
}

bool Core::CanRun() {
  if (start_failed_) return false;
  try {
    RunningWorker();
    return true;
  } catch (const std::exception& error) {
    start_failed_ = true;  // not tried again at every call of every function
    notice::SayOnce(std::string("tracing could not start: ") + error.what() + "; the program goes on without it",
                    notice::Level::kError);
    return false;
  }
}

bool Core::Admit(Site* site) {
  const std::lock_guard lock(mutex_);
  const unsigned known = __atomic_load_n(&site->state, __ATOMIC_RELAXED);
  if (known != Site::kUnknown) return known != Site::kOff;  // another thread was first
  Configure();
  sites_.push_back(site);
  // Where a file may switch it on later, there has to be someone who looks at the file.
  const bool passes = PassesFilter(*site);
  const bool on = Wanted() && (passes || !config_->file.empty()) && (stopped_ || CanRun()) && passes;
  if (!Wanted() && !config_->why_no_exporters.empty()) {
    notice::SayOnce(config_->why_no_exporters, notice::Level::kInfo);
  }
  __atomic_store_n(&site->state, on ? OnState() : Site::kOff, __ATOMIC_RELAXED);
  return on;
}

FlushResult Core::Flush(milliseconds timeout) {
  const auto deadline = DeadlineIn(timeout);
  Worker* worker;
  {
    const std::lock_guard lock(mutex_);
    if (stopped_) return stop_result_;
    worker = worker_.get();
  }
  if (worker == nullptr) return {true};
  const Stats before = Count();
  const bool done = worker->Flush(deadline);
  return Compare(before, Count(), done);
}

FlushResult Core::Shutdown(milliseconds timeout) {
  const auto deadline = DeadlineIn(timeout);
  const std::lock_guard lock(mutex_);
  if (stopped_) return stop_result_;
  stopped_ = true;
  record::EndOpenSpans();
  record::SetStopped(true);
  record::EndOpenSpansOfOthers();
  if (!worker_) return stop_result_;
  const Stats before = Count();
  bool ended = false;
  worker_->Stop(deadline, &ended);
  const Stats after = Count();
  SayFarewell(ended ? worker_->farewell() : std::vector<std::string>{}, ended, after);
  if (config_->print_stats) SayLines(OpenMetricsText(MetricsOf(after, worker_->Accounts())));
  stop_result_ = Compare(before, after, ended);
  return stop_result_;  // the worker object stays: others may be waiting in its Flush
}

void Core::AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead) {
  const std::lock_guard lock(mutex_);
  Configure();
  if (config_->disabled || stopped_) return;
  if (instead) added_exporters_.clear();
  only_added_exporters_ = only_added_exporters_ || instead;
  added_exporters_.push_back(exporter);
  if (worker_) {
    worker_->AddExporter(std::move(exporter), instead);
  } else {
    RunningWorker();
  }
  SwitchSites();
}

bool Core::Configure(config::Variables code, Attributes resource) {
  const std::lock_guard lock(mutex_);
  if (!sites_.empty() || worker_ || stopped_) return false;
  layers_.code = std::move(code);
  own_resource_ = std::move(resource);
  drain::redaction = nullptr;
  config_.reset();  // whoever asked for it meanwhile
  propagate::ForgetSettings();
  return true;
}

std::string Core::EffectiveConfiguration() {
  const std::lock_guard lock(mutex_);
  Configure();
  return Description();
}

void Core::Prepare() {
  const std::lock_guard lock(mutex_);
  Configure();
}

Attributes Core::Resource() {
  const std::lock_guard lock(mutex_);
  Configure();
  return config_->resource;
}

signals::Settings Core::SettingsOf(config::Signal signal) {
  const std::lock_guard lock(mutex_);
  Configure();
  return MakeSettings(signal);
}

signals::Settings Core::MakeSettings(config::Signal signal) {
  signals::Settings settings;
  if (config_->disabled) return settings;
  config::Notices notices;
  settings.signal = config::ReadSignal([this](const char* name) { return layers_.Get(name); }, signal, notices);
  for (const std::string& line : notices) notice::SayOnce(line);
  settings.retry = config_->retry;
  settings.resource = config_->resource;
  return settings;
}

void Core::AddSink(Sink* sink) {
  Flush(kSinkFlush);
  const std::lock_guard lock(mutex_);
  RunningWorker().AddSink(sink);
  ++sink_count_;
  InstallPlan();
  SwitchSites();
}

void Core::RemoveSink(Sink* sink) {
  Flush(kSinkFlush);
  const std::lock_guard lock(mutex_);
  if (worker_) worker_->RemoveSink(sink);
  if (--sink_count_ == 0) InstallPlan();
  SwitchSites();
}

bool Core::PassesFilter(const Site& site) const {
  if (sink_count_ != 0) return true;
  const config::Filter* const filter = own_filter_ ? &*own_filter_ : config_ ? &config_->live.filter : nullptr;
  return filter == nullptr || config::IsOn(*filter, site.scope, site.function);
}

void Core::SwitchSites() {
  for (Site* site : sites_) {
    const bool on = Wanted() && PassesFilter(*site) && (stopped_ || CanRun());
    __atomic_store_n(&site->state, on ? OnState() : Site::kOff, __ATOMIC_RELAXED);
  }
}

bool Core::SetFilter(std::string_view text) {
  config::Filter filter;
  if (!config::ParseFilter(text, filter).empty()) return false;
  const std::lock_guard lock(mutex_);
  own_filter_ = std::move(filter);
  SwitchSites();
  return true;
}

void Core::SetSites(unsigned state) {
  for (Site* site : sites_) __atomic_store_n(&site->state, state, __ATOMIC_RELAXED);
}

void Core::BeforeFork() {
  // Handlers of the program's that run between this one and the next two may have spans.
  const bool inside = std::exchange(record::thread_state.inside_runtime, true);
  signals::HoldAllForFork();  // first: they ask for settings with their locks held
  mutex_.lock();
  inside_before_fork_ = inside;
  if (worker_) worker_->HoldForFork();  // before the lock of notices, for which it may wait
  notice::HoldForFork();
  record::Interned().mutex().lock();
}

void Core::AfterForkInParent() {
  record::Interned().mutex().unlock();
  notice::ReleaseAfterFork(false);
  if (worker_) worker_->ReleaseAfterFork();
  const bool inside = inside_before_fork_;
  mutex_.unlock();
  signals::ReleaseAllAfterFork(false);
  record::thread_state.inside_runtime = inside;
}

void Core::AfterForkInChild() {
  record::Interned().mutex().unlock();
  propagate::ForgetTraceStatesAfterFork();
  propagate::ForgetRefusedAfterFork();
  notice::ReleaseAfterFork(true);
  if (worker_) AbandonedWorkers().push_back(worker_.release());  // its thread, and its connection, are the parent's
  SetSites(Site::kUnknown);
  sites_.clear();
  sink_count_ = 0;
  start_failed_ = false;
  drain::redaction = nullptr;
  signals::SendsFromSpans(config::Signal::kLogs, nullptr);
  config_.reset();  // process.pid is another
  ledger_.Reset();
  record::ResetAfterFork();
  const bool inside = inside_before_fork_;
  mutex_.unlock();
  signals::ReleaseAllAfterFork(true);
  record::thread_state.inside_runtime = inside;
}

}  // namespace spansmith::lifecycle
