// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The runtime's threaded part under a sanitizer (CMakeLists.txt compiles it so): threads come and go, nest spans at
// random, throw, and hand guards to each other; the exporter stalls, refuses and fails; some spans never end. In the
// end each span is in one place: produced = delivered + dropped by reason + sampled out, exactly.
//
// There is no lifecycle here, which would take the whole runtime: main does what its worker does.
#include <spansmith/injected.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "deliver/deliver.h"
#include "drain/drain.h"
#include "notice/notice.h"
#include "record/open_spans.h"
#include "record/ring_registry.h"
#include "record/thread_state.h"
#include "sample/head_sampler.h"

namespace spansmith {
namespace {

using injected::Guard;
using injected::Site;
using Random = std::minstd_rand;
using Clock = deliver::Delivery::Clock;

class Unsteady : public exporter::Exporter {
 public:
  exporter::Outcome Export(const drain::Batch& batch, const transport::Patience&) override {
    const unsigned dice = static_cast<unsigned>(random_() % 10);
    if (dice < 3) std::this_thread::sleep_for(std::chrono::milliseconds(dice));
    if (dice == 3) return exporter::Outcome::Lost("it does not want to");
    if (dice == 5) return exporter::Outcome::Retry("later");
    const std::size_t refused = dice == 4 ? batch.size() / 3 : 0;
    std::size_t at = 0;
    batch.ForEachRecord([&](const record::SpanView& span) {
      if (at++ >= refused) taken_.insert(span.span_id());
    });
    taken_count_ += batch.size() - refused;
    return exporter::Outcome::Delivered(refused, refused == 0 ? "" : "too many");
  }
  std::string Destination() const override { return "nowhere"; }
  std::string Advice() const override { return ""; }

  std::size_t taken() const { return taken_count_; }
  std::size_t different() const { return taken_.size(); }

 private:
  Random random_{5};
  std::set<std::uint64_t> taken_;
  std::size_t taken_count_ = 0;
};

std::atomic<std::uint64_t> made{0};

// Guards that one thread leaves for another to end.
class LeftGuards {
 public:
  void Leave(std::unique_ptr<Guard> guard) {
    const std::lock_guard lock(mutex_);
    guards_.push_back(std::move(guard));
  }
  void EndAll() {
    std::vector<std::unique_ptr<Guard>> guards;
    {
      const std::lock_guard lock(mutex_);
      guards.swap(guards_);
    }
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Guard>> guards_;
};

LeftGuards left;

void Nest(Random& random, int depth) {
  static Site sites[] = {Site("A"), Site("B").Scope("b"), Site("C").Root()};
  Guard guard(&sites[random() % 3]);
  ++made;
  for (auto attributes = random() % 4; attributes != 0; --attributes) guard.Attribute("some key", "some text");
  if (random() % 8 == 0) guard.Attribute("array", std::vector<std::string>{"some", "texts"});
  if (random() % 50 == 0) guard.Attribute("large", std::string(20'000, 'x'));
  if (random() % 20 == 0) {
    guard.EventBegin("event");
    guard.Attribute("number", 1);
    guard.EventEnd();
  }
  for (auto children = depth == 0 ? 0 : random() % 4; children != 0; --children) Nest(random, depth - 1);
  if (random() % 40 == 0) throw std::runtime_error("thrown");
}

void Work(unsigned seed, int rounds) {
  Random random(seed);
  for (int i = 0; i < rounds; ++i) {
    try {
      Nest(random, 5);
    } catch (const std::runtime_error&) {
    }
  }
}

// The last thing of a thread: a span that another one ends, when this thread is gone.
void LeaveOne() {
  static Site site("Left");
  ++made;
  left.Leave(std::make_unique<Guard>(&site));
}

// What lifecycle's worker does: takes spans away until it is told to stop, and then those that are left.
class Drain {
 public:
  explicit Drain(std::shared_ptr<exporter::Exporter> exporter) : delivery_(Config(), &ledger, [] {}) {
    delivery_.Add(std::move(exporter), false);
    thread_ = std::thread([this] { Run(); });
  }
  bool Stop() {
    stop_ = true;
    thread_.join();
    const auto deadline = Clock::now() + std::chrono::minutes(5);
    delivery_.Stop(deadline);
    return delivery_.Finish(deadline);
  }
  loss::Ledger ledger;

 private:
  static config::Config Config() {
    config::Config config;
    config.batch.max_queue_size = 1'000;
    config.batch.max_batch_size = 100;
    config.retry.first_delay = std::chrono::milliseconds(1);
    return config;
  }
  void Run() {
    Random random(7);
    bool last = false;  // what is begun is what is left
    while (true) {
      if (random() % 20 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(5));
      timeline_.Add(record::ReadClocks());
      bool empty;  // and not the queue that was full: what it is asked later, delivery's thread may have changed
      std::size_t taken;
      do {
        const std::size_t most = std::min<std::size_t>(delivery_.Room(), 100);
        taken = drain::DrainRings(record::Rings(), most, timeline_, ledger, delivery_);
        empty = taken < most;
        delivery_.HandOver();
      } while (taken != 0);
      record::Rings().ReleaseMemoryOfUnused();
      record::Chunks().Trim();
      if (last && empty) return;
      last = stop_;
      std::this_thread::yield();
    }
  }

  record::Timeline timeline_{record::ChooseClock(), !record::TicksAreTsc()};
  deliver::Delivery delivery_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

bool Run() {
  sample::Plan plan;
  plan.root = sample::ThresholdOfRatio(0.8);
  sample::Install(plan);
  record::Chunks().SetBudget(2 << 20);
  notice::SetSink([](const std::string&) {});
  const auto exporter = std::make_shared<Unsteady>();
  Drain drain(exporter);

  std::vector<std::thread> lasting;
  for (unsigned t = 0; t < 3; ++t) lasting.emplace_back([t] { Work(t + 1, 1'000); });
  for (unsigned generation = 0; generation < 150; ++generation) {
    std::vector<std::thread> passing;
    for (unsigned t = 0; t < 5; ++t) {
      passing.emplace_back([=] {
        Work(generation * 10 + t, 3);
        LeaveOne();
      });
    }
    for (std::thread& thread : passing) thread.join();
    left.EndAll();
  }
  for (std::thread& thread : lasting) thread.join();

  // Some do not end before the stop: two that stand still, and one that goes on all the time.
  std::atomic<int> there{0};
  std::atomic<bool> go{false};
  std::vector<std::thread> open;
  for (int t = 0; t < 2; ++t) {
    open.emplace_back([&] {
      static Site site("Open");
      const Guard outer(&site);
      Guard guard(&site);
      guard.Attribute("k", "v");
      made += 2;
      ++there;
      while (!go) std::this_thread::yield();
    });
  }
  open.emplace_back([&] {
    ++there;
    for (unsigned seed = 1; !go; ++seed) Work(seed, 1);
  });
  while (there != 3) std::this_thread::yield();
  record::EndOpenSpans();
  record::SetStopped(true);
  record::EndOpenSpansOfOthers();
  go = true;
  for (std::thread& thread : open) thread.join();
  const bool finished = drain.Stop();

  std::uint64_t produced = record::LostWithoutRing() + record::EndedAfterShutdown() + record::LostInSignalHandler();
  std::uint64_t dropped = produced;
  std::uint64_t sampled_out = 0;
  record::Rings().ForEach([&](record::Ring& ring) {
    produced += ring.produced() + ring.sampled_out();
    dropped += ring.dropped();
    sampled_out += ring.sampled_out();
  });
  const loss::Ledger& ledger = drain.ledger;
  for (std::size_t reason = 0; reason < loss::kReasons; ++reason) {
    dropped += ledger.dropped(static_cast<loss::Reason>(reason));
  }
  const auto number = [](std::uint64_t count) { return static_cast<unsigned long long>(count); };
  std::printf("made %llu produced %llu delivered %llu dropped %llu sampled out %llu taken %zu different %zu\n",
              number(made), number(produced), number(ledger.delivered()), number(dropped), number(sampled_out),
              exporter->taken(), exporter->different());
  return finished && produced == made && produced == ledger.delivered() + dropped + sampled_out && sampled_out != 0 &&
         ledger.dropped(loss::Reason::kExportFailed) != 0 && ledger.dropped(loss::Reason::kRejected) != 0 &&
         exporter->taken() == ledger.delivered() && exporter->different() == ledger.delivered();
}

}  // namespace
}  // namespace spansmith

int main() { return spansmith::Run() ? 0 : 1; }
