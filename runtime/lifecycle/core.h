// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The runtime as one object: configuration, the sites seen, the worker; its start, its end, and what fork(2) does to
// it. One a process, made on first use and never destroyed, because guards may run during static destruction. Any
// thread.
#ifndef SPANSMITH_LIFECYCLE_CORE_H_
#define SPANSMITH_LIFECYCLE_CORE_H_

#include <spansmith/injected.h>
#include <spansmith/runtime.h>
#include <spansmith/sampler.h>
#include <spansmith/self_observation.h>
#include <spansmith/tail_sampling.h>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "config/config.h"
#include "config/watched_file.h"
#include "lifecycle/sink.h"
#include "lifecycle/worker.h"
#include "loss/ledger.h"
#include "record/watch.h"
#include "signals/reporter.h"

namespace spansmith::lifecycle {

class Core {
 public:
  static Core& Get();

  // Decides a site's state and remembers the site, so that the state can change. True: on.
  bool Admit(injected::Site* site);
  FlushResult Flush(std::chrono::milliseconds timeout);
  FlushResult Shutdown(std::chrono::milliseconds timeout);
  Stats Count() const;
  std::vector<SdkMetric> Metrics();
  bool SetFilter(std::string_view text);
  void AddSink(Sink* sink);
  void RemoveSink(Sink* sink);
  void AddExporter(std::shared_ptr<exporter::Exporter> exporter, bool instead);
  Attributes Resource();
  void Prepare();  // reads the configuration, if nobody has
  signals::Settings SettingsOf(config::Signal signal);
  void EndAtExit();  // once in a process: everything ends in time
  // Before the first span: true. The layer of the program, under the environment's, and its resource attributes.
  bool Configure(config::Variables code, Attributes resource);
  std::string EffectiveConfiguration();
  void SetTailSampling(const TailSampling& sampling);
  void SetSampler(std::shared_ptr<Sampler> sampler);  // the program's own; null: the configured one
  // Tests' clock and ids; null: the real ones.
  void SetTimeSource(record::TimeSource* source);
  void SetIdSource(record::IdSource* source);

  // Around fork(2): the locks are held across it. The child forgets everything, and starts anew with its first span.
  void BeforeFork();
  void AfterForkInParent();
  void AfterForkInChild();

 private:
  Core();
  void Configure();  // once a process
  // What the watched file says; false: not now. On the drain thread, which may not wait for the lock: who holds it may
  // be waiting for that thread.
  bool TakeFile(const config::WatchedFile::News& news);
  void TakeFileNow();                     // the same at the start, before anything runs
  void Use(const config::Live& live);     // what differs
  std::function<void()> MakeFileWatch();  // null: no file is watched
  Worker& RunningWorker();                // starts it
  bool CanRun();                          // the same; false, and said once, if it cannot be started
  bool Wanted() const {
    return sink_count_ != 0 || !added_exporters_.empty() || (config_ && !config_->exporters.empty());
  }
  void SetSites(unsigned state);
  void SwitchSites();  // on or off, as everything now is
  // A recorder of tests sees every function.
  bool PassesFilter(const injected::Site& site) const;
  // The state of a site that is on; and that of all that are, after something changed of what it depends on.
  unsigned OnState() const { return record::watch.Any() ? injected::Site::kWatched : injected::Site::kOn; }
  void Rewatch();
  std::unique_ptr<drain::Stage> MakeTailSampler();  // null: none
  void InstallPlan();                               // the configured sampler, or that of sinks
  void ChooseExceptionSignal();                     // events or log records, of which the latter want a receiver
  signals::Settings MakeSettings(config::Signal signal);
  std::string Description();  // of what is in force

  std::mutex mutex_;
  std::optional<config::Config> config_;
  std::vector<std::unique_ptr<const signals::Settings>> kept_settings_;  // reporters hold pointers
  config::Layers layers_;                                                // who says what
  Attributes own_resource_;                                              // the program's
  std::vector<injected::Site*> sites_;
  std::optional<config::Filter> own_filter_;  // in place of the configuration's
  std::unique_ptr<Worker> worker_;
  std::size_t sink_count_ = 0;
  std::vector<std::shared_ptr<exporter::Exporter>> added_exporters_;
  bool only_added_exporters_ = false;
  std::optional<TailSampling> own_tail_;                 // the program's
  std::shared_ptr<Sampler> own_sampler_;                 // the program's
  std::shared_ptr<Sampler> configured_sampler_;          // where thresholds are not enough
  std::vector<std::shared_ptr<Sampler>> kept_samplers_;  // a thread may be inside
  bool start_failed_ = false;
  bool stopped_ = false;
  bool inside_before_fork_ = false;  // the forking thread's inside_runtime
  FlushResult stop_result_{true};
  loss::Ledger ledger_;
};

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_CORE_H_
