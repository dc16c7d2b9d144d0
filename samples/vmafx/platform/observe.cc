// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See observe.h.
#include "platform/observe.h"

#include <httplib.h>
#include <signal.h>
#include <spansmith/metrics.h>
#include <spansmith/spdlog.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace vmafx {
namespace {

bool IsSet(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

void Observe(const std::string& service) {
  auto logger = std::make_shared<spdlog::logger>(service, std::make_shared<spdlog::sinks::stdout_sink_mt>());
  logger->set_formatter(spansmith::MakeSpdlogJsonFormatter());
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(logger);

  const bool told = IsSet("OTEL_EXPORTER_OTLP_ENDPOINT") || IsSet("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") ||
                    IsSet("OTEL_TRACES_EXPORTER");
  // As if the deployment had said so, so that it may say the ratio alone.
  setenv("OTEL_TRACES_SAMPLER", "parentbased_traceidratio", 0);
  setenv("OTEL_TRACES_SAMPLER_ARG", "0.01", 0);
  if (!told) setenv("OTEL_TRACES_EXPORTER", "none", 1);
  spansmith::SendSpdlogOverOtlp();
  if (!told) spdlog::info("otel: no endpoint configured, tracing disabled");
}

void ServeMetricsOn(httplib::Server& server) {
  server.Get("/metrics", [](const httplib::Request& request, httplib::Response& response) {
    const spansmith::MetricsFormat format = spansmith::MetricsFormatOf(request.get_header_value("Accept"));
    response.set_content(spansmith::MetricsText(format), spansmith::ContentTypeOf(format));
  });
}

struct MetricsServer::State {
  httplib::Server server;
  std::thread thread;
};

MetricsServer::MetricsServer(const std::string& host, int port) : state_(std::make_unique<State>()) {
  if (port == 0) return;
  ServeMetricsOn(state_->server);
  if (!state_->server.bind_to_port(host.c_str(), port)) {
    throw std::runtime_error("metrics on " + host + ":" + std::to_string(port) +
                             ": cannot be listened on; see --metrics-host, --metrics-port");
  }
  state_->thread = std::thread([this] { state_->server.listen_after_bind(); });
}

MetricsServer::~MetricsServer() {
  if (!state_->thread.joinable()) return;
  state_->server.stop();
  state_->thread.join();
}

StopSignal::StopSignal() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void StopSignal::Wait() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  int came = 0;
  sigwait(&set, &came);
}

}  // namespace vmafx
