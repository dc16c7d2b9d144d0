// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See grpc_server.h. The generic service takes any method, as bytes.
#include "transport/testing/grpc_server.h"

#include <grpcpp/generic/async_generic_service.h>
#include <grpcpp/grpcpp.h>

#include <fstream>
#include <iterator>
#include <mutex>
#include <utility>

namespace spansmith::transport {
namespace {

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  std::string bytes;
  if (!buffer.Dump(&slices).ok()) return bytes;
  for (const grpc::Slice& slice : slices) bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  return bytes;
}

std::string TextOf(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

struct TestGrpcServer::State : grpc::CallbackGenericService {
  // One call: read it, write the answer, end. Deletes itself.
  class Call : public grpc::ServerGenericBidiReactor {
   public:
    Call(State* state, grpc::GenericCallbackServerContext* context) : state_(state), context_(context) {
      StartRead(&request_);
    }

   private:
    void OnReadDone(bool ok) override {
      if (!ok) {
        Finish(grpc::Status(grpc::StatusCode::INVALID_ARGUMENT, "no message"));
        return;
      }
      ReceivedCall call{context_->method(), {}, BytesOf(request_), {}};
      for (const auto& [name, value] : context_->client_metadata()) {
        call.metadata.emplace(std::string(name.data(), name.size()), std::string(value.data(), value.size()));
      }
      call.timeout = std::chrono::duration_cast<std::chrono::milliseconds>(context_->deadline() -
                                                                           std::chrono::system_clock::now());
      const std::lock_guard lock(state_->mutex);
      state_->calls.push_back(std::move(call));
      if (!state_->status.ok() && state_->refusals != 0) {
        if (state_->refusals > 0) --state_->refusals;
        Finish(state_->status);
        return;
      }
      const grpc::Slice slice(state_->answer);
      response_ = grpc::ByteBuffer(&slice, 1);
      StartWriteAndFinish(&response_, grpc::WriteOptions(), grpc::Status::OK);
    }
    void OnDone() override { delete this; }

    State* state_;
    grpc::GenericCallbackServerContext* context_;
    grpc::ByteBuffer request_;
    grpc::ByteBuffer response_;
  };

  grpc::ServerGenericBidiReactor* CreateReactor(grpc::GenericCallbackServerContext* context) override {
    return new Call(this, context);
  }

  std::unique_ptr<grpc::Server> server;
  int port = 0;
  bool secure = false;
  std::mutex mutex;
  std::string answer;
  grpc::Status status;
  int refusals = -1;  // how many more; below zero: no end
  std::vector<ReceivedCall> calls;
};

TestGrpcServer::TestGrpcServer() : state_(std::make_unique<State>()) { Serve(false, "", ""); }

TestGrpcServer::TestGrpcServer(const std::string& certificate, const std::string& key)
    : state_(std::make_unique<State>()) {
  Serve(true, certificate, key);
}

void TestGrpcServer::Serve(bool secure, const std::string& certificate, const std::string& key) {
  std::shared_ptr<grpc::ServerCredentials> credentials = grpc::InsecureServerCredentials();
  if (secure) {
    grpc::SslServerCredentialsOptions options;
    options.pem_key_cert_pairs.push_back({TextOf(key), TextOf(certificate)});
    credentials = grpc::SslServerCredentials(options);
  }
  state_->secure = secure;
  grpc::ServerBuilder builder;
  builder.RegisterCallbackGenericService(state_.get());
  builder.AddListeningPort("127.0.0.1:0", credentials, &state_->port);
  state_->server = builder.BuildAndStart();
}

TestGrpcServer::~TestGrpcServer() {
  state_->server->Shutdown(std::chrono::system_clock::now());
  state_->server->Wait();
}

std::string TestGrpcServer::url() const {
  return (state_->secure ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(state_->port);
}

void TestGrpcServer::Answer(std::string message) {
  const std::lock_guard lock(state_->mutex);
  state_->answer = std::move(message);
  state_->status = grpc::Status::OK;
}

void TestGrpcServer::Refuse(int status, std::string error_text, std::string details, int times) {
  const std::lock_guard lock(state_->mutex);
  state_->refusals = times;
  state_->status = grpc::Status(static_cast<grpc::StatusCode>(status), std::move(error_text), std::move(details));
}

std::vector<ReceivedCall> TestGrpcServer::Calls() const {
  const std::lock_guard lock(state_->mutex);
  return state_->calls;
}

}  // namespace spansmith::transport
