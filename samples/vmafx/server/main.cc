// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// vmafx-server: jobs over HTTP, for whom gRPC is not at hand. POST /v1/jobs
// {"width":..,"height":..,"frames":..,"noise":..} answers 202 {"id":".."}; GET /v1/jobs/<id> answers what is known of
// it.
#include <grpcpp/grpcpp.h>
#include <httplib.h>
#include <spansmith/annotations.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>
#include <nlohmann/json.hpp>
#include <thread>

#include "platform/observe.h"
#include "platform/options.h"
#include "vmafx.grpc.pb.h"

namespace vmafx {
namespace {

using httplib::Request;
using httplib::Response;

int HttpStatusOf(const grpc::Status& status) {
  switch (status.error_code()) {
    case grpc::StatusCode::INVALID_ARGUMENT:
      return 400;
    case grpc::StatusCode::NOT_FOUND:
      return 404;
    default:
      return 502;
  }
}

void Answer(Response& response, int status, const nlohmann::json& body) {
  response.status = status;
  response.set_content(body.dump(), "application/json");
}

class Api {
 public:
  explicit Api(const std::string& controller)
      : stub_(v1::Controller::NewStub(grpc::CreateChannel(controller, grpc::InsecureChannelCredentials()))) {}

  SPANSMITH_SPAN("POST /v1/jobs", SPANSMITH_KIND(server), SPANSMITH_PARENT(request.get_header_value("traceparent")),
                 SPANSMITH_ATTR(http.request.method, request.method), SPANSMITH_ATTR(http.route, "/v1/jobs"),
                 SPANSMITH_EXIT_ATTR(http.response.status_code, response.status))
  void Submit(const Request& request, Response& response) {
    const nlohmann::json body = nlohmann::json::parse(request.body, nullptr, false);
    v1::Job job;
    for (const auto& [key, set] : kFields) {
      if (!body.is_object() || !body.contains(key) || !body[key].is_number_integer()) {
        Answer(response, 400, {{"error", std::string("expected a JSON object with the whole number '") + key + "'"}});
        return;
      }
      (job.*set)(body[key].get<int>());
    }
    grpc::ClientContext context;
    v1::JobId id;
    const grpc::Status status = stub_->SubmitJob(&context, job, &id);
    if (!status.ok()) {
      Answer(response, HttpStatusOf(status), {{"error", status.error_message()}});
      return;
    }
    spdlog::info("submitted {}", id.id());
    Answer(response, 202, {{"id", id.id()}});
  }

  SPANSMITH_SPAN("GET /v1/jobs/:id", SPANSMITH_KIND(server), SPANSMITH_PARENT(request.get_header_value("traceparent")),
                 SPANSMITH_ATTR(http.request.method, request.method), SPANSMITH_ATTR(http.route, "/v1/jobs/:id"),
                 SPANSMITH_EXIT_ATTR(http.response.status_code, response.status))
  void Show(const Request& request, Response& response) {
    grpc::ClientContext context;
    v1::JobId id;
    id.set_id(request.matches[1]);
    v1::JobState state;
    const grpc::Status status = stub_->GetJob(&context, id, &state);
    if (!status.ok()) {
      Answer(response, HttpStatusOf(status), {{"error", status.error_message()}});
      return;
    }
    Answer(response, 200,
           {{"id", state.id()},
            {"state", state.state()},
            {"attempt", state.attempt()},
            {"node", state.node()},
            {"psnr_db", state.psnr_db()},
            {"ssim", state.ssim()}});
  }

 private:
  static constexpr std::pair<const char*, void (v1::Job::*)(std::int32_t)> kFields[] = {
      {"width", &v1::Job::set_width},
      {"height", &v1::Job::set_height},
      {"frames", &v1::Job::set_frames},
      {"noise", &v1::Job::set_noise},
  };
  const std::unique_ptr<v1::Controller::Stub> stub_;
};

int Run(const Options& options) {
  StopSignal stop;
  Api api(options.Text("--controller"));
  httplib::Server server;
  server.Post("/v1/jobs", [&](const Request& request, Response& response) { api.Submit(request, response); });
  server.Get(R"(/v1/jobs/([^/]+))", [&](const Request& request, Response& response) { api.Show(request, response); });
  ServeMetricsOn(server);
  const std::string& host = options.Text("--host");
  int port = options.Number("--port");
  if (port == 0) {
    port = server.bind_to_any_port(host.c_str());
  } else if (!server.bind_to_port(host.c_str(), port)) {
    throw std::runtime_error("--port " + std::to_string(port) + ": the port cannot be listened on");
  }
  std::thread listener([&] { server.listen_after_bind(); });
  spdlog::info("listening on port {}", port);
  stop.Wait();
  server.stop();
  listener.join();
  return 0;
}

}  // namespace
}  // namespace vmafx

int main(int argc, char** argv) {
  vmafx::Observe("vmafx-server");
  try {
    return vmafx::Run(
        vmafx::Options(argc, argv, {{"--controller", "127.0.0.1:50051"}, {"--host", "127.0.0.1"}, {"--port", "8080"}}));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vmafx-server: %s\n", error.what());
    return 2;
  }
}
