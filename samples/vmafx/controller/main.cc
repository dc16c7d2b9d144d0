// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// vmafx-controller: takes jobs over gRPC and gives them to the nodes that pull.
#include <grpcpp/grpcpp.h>
#include <spansmith/metrics.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <cstdio>
#include <exception>
#include <thread>

#include "controller/job_queue.h"
#include "platform/observe.h"
#include "platform/options.h"
#include "vmafx.grpc.pb.h"

namespace vmafx {
namespace {

class Controller : public v1::Controller::Service {
 public:
  explicit Controller(JobQueue& queue) : queue_(queue) {}

 private:
  grpc::Status SubmitJob(grpc::ServerContext*, const v1::Job* job, v1::JobId* id) override {
    if (job->width() < 8 || job->height() < 8 || job->frames() < 1) {
      return {grpc::StatusCode::INVALID_ARGUMENT, "expected width and height of 8 or more, and at least one frame"};
    }
    id->set_id(queue_.Submit(*job));
    return grpc::Status::OK;
  }
  grpc::Status PullWork(grpc::ServerContext*, const v1::Pull* pull, v1::WorkItem* item) override {
    if (auto work = queue_.Pull(pull->node(), std::chrono::milliseconds(pull->wait_ms()))) *item = std::move(*work);
    return grpc::Status::OK;
  }
  grpc::Status ReportResult(grpc::ServerContext*, const v1::Result* result, v1::Ack* ack) override {
    ack->set_taken(queue_.Report(*result));
    return grpc::Status::OK;
  }
  grpc::Status GetJob(grpc::ServerContext*, const v1::JobId* id, v1::JobState* state) override {
    const auto found = queue_.Find(id->id());
    if (!found) return {grpc::StatusCode::NOT_FOUND, "there is no job " + id->id()};
    *state = *found;
    return grpc::Status::OK;
  }

  JobQueue& queue_;
};

int Run(const Options& options) {
  StopSignal stop;
  JobQueue queue(std::chrono::milliseconds(options.Number("--lease-ms")));
  const spansmith::ObservableGauge depth(
      "vmafx.queue.depth",
      [&](const spansmith::ObservableGauge::Report& report) { report(static_cast<double>(queue.depth()), {}); },
      {"{job}", "Jobs that wait for a node."});
  const MetricsServer metrics(options.Text("--metrics-host"), options.Number("--metrics-port"));
  Controller controller(queue);
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort(options.Text("--listen"), grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&controller);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr) throw std::runtime_error("--listen " + options.Text("--listen") + ": cannot be listened on");
  spdlog::info("listening on port {}", port);
  std::atomic<bool> stopping{false};
  std::thread reaper([&] {
    while (!stopping) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      queue.ExpireLeases();
    }
  });
  stop.Wait();
  stopping = true;
  reaper.join();
  server->Shutdown(std::chrono::system_clock::now() + std::chrono::seconds(1));
  return 0;
}

}  // namespace
}  // namespace vmafx

int main(int argc, char** argv) {
  vmafx::Observe("vmafx-controller");
  try {
    return vmafx::Run(vmafx::Options(argc, argv,
                                     {{"--listen", "127.0.0.1:50051"},
                                      {"--metrics-host", "127.0.0.1"},
                                      {"--metrics-port", "0"},
                                      {"--lease-ms", "30000"}}));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vmafx-controller: %s\n", error.what());
    return 2;
  }
}
