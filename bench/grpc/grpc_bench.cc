// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A unary gRPC call over loopback in one process: plain, with interceptors that do nothing, with Spansmith::grpc, and
// with spans of OpenTelemetry C++ written by hand on both sides, as its own example does it. Rounds take turns; of each
// the least is printed: CPU time of all threads, which load changes little, and the time that passed.
#include <grpcpp/grpcpp.h>
#include <opentelemetry/context/propagation/global_propagator.h>
#include <opentelemetry/context/runtime_context.h>
#include <opentelemetry/sdk/trace/batch_span_processor_factory.h>
#include <opentelemetry/sdk/trace/batch_span_processor_options.h>
#include <opentelemetry/sdk/trace/exporter.h>
#include <opentelemetry/sdk/trace/span_data.h>
#include <opentelemetry/sdk/trace/tracer_provider_factory.h>
#include <opentelemetry/trace/context.h>
#include <opentelemetry/trace/propagation/http_trace_context.h>
#include <opentelemetry/trace/provider.h>
#include <opentelemetry/trace/scope.h>
#include <opentelemetry/trace/tracer.h>
#include <spansmith/grpc.h>
#include <spansmith/runtime.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "echo.grpc.pb.h"
#include "lifecycle/added_exporters.h"

namespace {

namespace trace = opentelemetry::trace;
namespace sdk = opentelemetry::sdk::trace;
namespace context = opentelemetry::context;
namespace nostd = opentelemetry::nostd;
using spansmith::test::Echo;
using spansmith::test::Text;

class NullExporter : public sdk::SpanExporter {
 public:
  std::unique_ptr<sdk::Recordable> MakeRecordable() noexcept override { return std::make_unique<sdk::SpanData>(); }
  opentelemetry::sdk::common::ExportResult Export(
      const nostd::span<std::unique_ptr<sdk::Recordable>>&) noexcept override {
    return opentelemetry::sdk::common::ExportResult::kSuccess;
  }
  bool ForceFlush(std::chrono::microseconds) noexcept override { return true; }
  bool Shutdown(std::chrono::microseconds) noexcept override { return true; }
};

// Ours: both sides of the comparison have a queue and a thread, and send to nobody.
class OurNullExporter : public spansmith::exporter::Exporter {
 public:
  spansmith::exporter::Outcome Export(const spansmith::drain::Batch&, const spansmith::transport::Patience&) override {
    return spansmith::exporter::Outcome::Delivered();
  }
  std::string Destination() const override { return "nobody"; }
  std::string Advice() const override { return "none"; }
};

class ClientCarrier : public context::propagation::TextMapCarrier {
 public:
  explicit ClientCarrier(grpc::ClientContext& call) : call_(call) {}
  nostd::string_view Get(nostd::string_view) const noexcept override { return ""; }
  void Set(nostd::string_view key, nostd::string_view value) noexcept override {
    call_.AddMetadata(std::string(key), std::string(value));
  }

 private:
  grpc::ClientContext& call_;
};

class ServerCarrier : public context::propagation::TextMapCarrier {
 public:
  explicit ServerCarrier(grpc::ServerContext& call) : call_(call) {}
  nostd::string_view Get(nostd::string_view key) const noexcept override {
    const auto found = call_.client_metadata().find({key.data(), key.size()});
    if (found == call_.client_metadata().end()) return "";
    return {found->second.data(), found->second.size()};
  }
  void Set(nostd::string_view, nostd::string_view) noexcept override {}

 private:
  grpc::ServerContext& call_;
};

class Nothing : public grpc::experimental::Interceptor {
 public:
  void Intercept(grpc::experimental::InterceptorBatchMethods* methods) override { methods->Proceed(); }
};
class NothingOnServer : public grpc::experimental::ServerInterceptorFactoryInterface {
  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo*) override {
    return new Nothing;
  }
};
class NothingOnClient : public grpc::experimental::ClientInterceptorFactoryInterface {
  grpc::experimental::Interceptor* CreateClientInterceptor(grpc::experimental::ClientRpcInfo*) override {
    return new Nothing;
  }
};

nostd::shared_ptr<trace::Tracer> Tracer() { return trace::Provider::GetTracerProvider()->GetTracer("bench"); }

class Service : public Echo::Service {
 public:
  explicit Service(bool by_hand) : by_hand_(by_hand) {}

 private:
  grpc::Status Say(grpc::ServerContext* call, const Text* request, Text* response) override {
    if (!by_hand_) {
      response->set_text(request->text());
      return grpc::Status::OK;
    }
    ServerCarrier carrier(*call);
    trace::propagation::HttpTraceContext propagator;
    auto current = context::RuntimeContext::GetCurrent();
    const auto remote = propagator.Extract(carrier, current);
    trace::StartSpanOptions options;
    options.kind = trace::SpanKind::kServer;
    options.parent = trace::GetSpan(remote)->GetContext();
    const auto span = Tracer()->StartSpan("spansmith.test.Echo/Say",
                                          {{"rpc.system", "grpc"},
                                           {"rpc.service", "spansmith.test.Echo"},
                                           {"rpc.method", "Say"},
                                           {"server.address", "127.0.0.1"},
                                           {"rpc.grpc.status_code", 0}},
                                          options);
    const trace::Scope scope(span);
    response->set_text(request->text());
    span->End();
    return grpc::Status::OK;
  }

  const bool by_hand_;
};

struct Way {
  const char* name;
  bool nothing;
  bool spansmith;
  bool by_hand;
  Service service{by_hand};
  std::unique_ptr<grpc::Server> server = nullptr;
  std::unique_ptr<Echo::Stub> stub = nullptr;
  double least = std::numeric_limits<double>::infinity();  // microseconds a call
  double least_cpu = std::numeric_limits<double>::infinity();

  void Start() {
    int port = 0;
    grpc::ServerBuilder builder;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&service);
    if (spansmith) spansmith::InstrumentGrpcServer(builder);
    if (nothing) {
      std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> factories;
      factories.push_back(std::make_unique<NothingOnServer>());
      builder.experimental().SetInterceptorCreators(std::move(factories));
    }
    server = builder.BuildAndStart();
    const std::string target = "127.0.0.1:" + std::to_string(port);
    const auto credentials = grpc::InsecureChannelCredentials();
    if (nothing) {
      std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>> factories;
      factories.push_back(std::make_unique<NothingOnClient>());
      stub = Echo::NewStub(grpc::experimental::CreateCustomChannelWithInterceptors(
          target, credentials, grpc::ChannelArguments(), std::move(factories)));
      return;
    }
    stub = Echo::NewStub(spansmith ? spansmith::CreateGrpcChannel(target, credentials)
                                   : grpc::CreateChannel(target, credentials));
  }

  void Call() {
    grpc::ClientContext call;
    Text request;
    Text response;
    request.set_text("hello");
    if (!by_hand) {
      if (!stub->Say(&call, request, &response).ok()) std::abort();
      return;
    }
    trace::StartSpanOptions options;
    options.kind = trace::SpanKind::kClient;
    const auto span = Tracer()->StartSpan("spansmith.test.Echo/Say",
                                          {{"rpc.system", "grpc"},
                                           {"rpc.service", "spansmith.test.Echo"},
                                           {"rpc.method", "Say"},
                                           {"server.address", "127.0.0.1"}},
                                          options);
    const trace::Scope scope(span);
    ClientCarrier carrier(call);
    trace::propagation::HttpTraceContext().Inject(carrier, context::RuntimeContext::GetCurrent());
    const grpc::Status status = stub->Say(&call, request, &response);
    if (!status.ok()) std::abort();
    span->SetAttribute("rpc.grpc.status_code", static_cast<int>(status.error_code()));
    span->End();
  }

  void Round(int calls) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    for (int i = 0; i < calls; ++i) Call();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    least = std::min(least, took.count() / calls);
    least_cpu = std::min(least_cpu, static_cast<double>(std::clock() - cpu) * 1e6 / CLOCKS_PER_SEC / calls);
  }
};

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 20;
  const int calls = argc > 2 ? std::atoi(argv[2]) : 500;
  spansmith::lifecycle::AddExporter(std::make_shared<OurNullExporter>(), true);
  std::shared_ptr<trace::TracerProvider> provider = sdk::TracerProviderFactory::Create(
      sdk::BatchSpanProcessorFactory::Create(std::make_unique<NullExporter>(), sdk::BatchSpanProcessorOptions()));
  trace::Provider::SetTracerProvider(nostd::shared_ptr<trace::TracerProvider>(provider));
  Way ways[] = {{"plain", false, false, false},
                {"interceptors of nothing", true, false, false},
                {"Spansmith::grpc", false, true, false},
                {"opentelemetry-cpp by hand", false, false, true}};
  for (Way& way : ways) {
    way.Start();
    way.Round(calls);  // connections, first spans
    way.least = way.least_cpu = std::numeric_limits<double>::infinity();
  }
  for (int round = 0; round < rounds; ++round) {
    for (Way& way : ways) way.Round(calls);
  }
  for (const Way& way : ways) {
    std::printf("%-26s CPU %7.1f us a call  %+6.1f us  x%.3f   passed %7.1f us\n", way.name, way.least_cpu,
                way.least_cpu - ways[0].least_cpu, way.least_cpu / ways[0].least_cpu, way.least);
  }
  for (Way& way : ways) way.server->Shutdown();
}
