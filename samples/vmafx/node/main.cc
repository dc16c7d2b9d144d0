// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// vmafx-node: pulls jobs from the controller, scores them, reports.
#include <grpcpp/grpcpp.h>
#include <spansmith/annotations.h>
#include <spansmith/metrics.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <thread>

#include "platform/observe.h"
#include "platform/options.h"
#include "scoring/score.h"
#include "vmafx.grpc.pb.h"

namespace vmafx {
namespace {

const spansmith::ExponentialHistogram took("vmafx.score.duration", {"s", "One job's scoring."});

class Node {
 public:
  Node(const std::string& name, const std::string& controller, int slow_ms)
      : name_(name),
        slow_ms_(slow_ms),
        stub_(v1::Controller::NewStub(grpc::CreateChannel(controller, grpc::InsecureChannelCredentials()))) {}

  void Run() {
    while (!stopping_) {
      v1::WorkItem item;
      if (!Poll(&item)) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));  // the controller is not there
      } else if (!item.job_id().empty()) {
        Work(item);
      }
    }
  }
  void Stop() { stopping_ = true; }

 private:
  // A trace of its own: most polls bring nothing.
  SPANSMITH_SPAN("Poll", SPANSMITH_ROOT, SPANSMITH_EXIT_ATTR(vmafx.job.id, item->job_id()))
  bool Poll(v1::WorkItem* item) {
    SPANSMITH_INJECT(poll_);
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(5));
    v1::Pull pull;
    pull.set_node(name_);
    pull.set_wait_ms(500);
    return stub_->PullWork(&context, pull, item).ok();
  }

  // In the job's own trace, whose context came with it; linked to the poll that brought it.
  SPANSMITH_SPAN("ScoreJob", SPANSMITH_KIND(consumer), SPANSMITH_PARENT(item.traceparent()), SPANSMITH_LINK(poll_),
                 SPANSMITH_ATTR(vmafx.job.id, item.job_id()), SPANSMITH_ATTR(vmafx.job.attempt, item.attempt()),
                 SPANSMITH_ATTR(vmafx.node, name_), SPANSMITH_ATTR(vmafx.queue.wait_ms, item.queue_wait_ms()))
  void Work(const v1::WorkItem& item) {
    const auto begin = std::chrono::steady_clock::now();
    spdlog::info("scoring {}, attempt {}", item.job_id(), item.attempt());
    const v1::Job& job = item.job();
    const ClipPair clips = MakeClips(job.width(), job.height(), job.frames(), job.noise());
    std::this_thread::sleep_for(std::chrono::milliseconds(slow_ms_));
    v1::Result result;
    result.set_job_id(item.job_id());
    result.set_node(name_);
    result.set_attempt(item.attempt());
    result.set_psnr_db(Psnr(clips));
    result.set_ssim(Ssim(clips));
    took.Record(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    grpc::ClientContext context;
    v1::Ack ack;
    const grpc::Status status = stub_->ReportResult(&context, result, &ack);
    if (!status.ok()) spdlog::error("{} could not be reported: {}", item.job_id(), status.error_message());
  }

  const std::string name_;
  const int slow_ms_;
  const std::unique_ptr<v1::Controller::Stub> stub_;
  std::string poll_;  // the latest poll's context
  std::atomic<bool> stopping_{false};
};

int Run(const Options& options) {
  StopSignal stop;
  const MetricsServer metrics(options.Text("--metrics-host"), options.Number("--metrics-port"));
  Node node(options.Text("--name"), options.Text("--controller"), options.Number("--slow-ms"));
  std::thread worker([&] { node.Run(); });
  spdlog::info("pulling from {}", options.Text("--controller"));
  stop.Wait();
  node.Stop();
  worker.join();
  return 0;
}

}  // namespace
}  // namespace vmafx

int main(int argc, char** argv) {
  vmafx::Observe("vmafx-node");
  try {
    return vmafx::Run(vmafx::Options(argc, argv,
                                     {{"--controller", "127.0.0.1:50051"},
                                      {"--name", "node-1"},
                                      {"--metrics-host", "127.0.0.1"},
                                      {"--metrics-port", "0"},
                                      {"--slow-ms", "0"}}));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vmafx-node: %s\n", error.what());
    return 2;
  }
}
