// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// gRPC for C++: a client span around each call of a channel, a server span around each call that a server takes, and
// the trace context between them in the call's metadata (semantic conventions, rpc/grpc.md). Unary and streaming,
// blocking, callback and completion-queue API; docs/grpc.md has what each of them can and cannot have. The rule pack
// `pack:grpc` puts all of it in without a line of code; by hand:
//
//   grpc::ServerBuilder builder;
//   ...
//   spansmith::InstrumentGrpcServer(builder);  // last, before BuildAndStart
//   auto channel = spansmith::CreateGrpcChannel("localhost:50051", grpc::InsecureChannelCredentials());
//
// Calls of grpc.health.v1.Health have no span. Any thread. C++17; gRPC 1.51.
#ifndef SPANSMITH_GRPC_H_
#define SPANSMITH_GRPC_H_

#include <grpcpp/grpcpp.h>
#include <spansmith/propagation.h>

#include <memory>
#include <string>

namespace spansmith {

// Adds our interceptor behind those that the builder has, once. A later SetInterceptorCreators takes it out again.
void InstrumentGrpcServer(::grpc::ServerBuilder& builder);

// As grpc::CreateCustomChannel, with our interceptor.
std::shared_ptr<::grpc::Channel> CreateGrpcChannel(
    const std::string& target, const std::shared_ptr<::grpc::ChannelCredentials>& credentials,
    const ::grpc::ChannelArguments& arguments = ::grpc::ChannelArguments());

// For a list of interceptors of one's own: first on a client, last on a server. `target`: the channel's, for
// server.address and server.port; "": they are left out.
std::unique_ptr<::grpc::experimental::ClientInterceptorFactoryInterface> MakeGrpcClientInterceptor(
    const std::string& target = "");
std::unique_ptr<::grpc::experimental::ServerInterceptorFactoryInterface> MakeGrpcServerInterceptor();

// The server span of a call, for code that runs later than the method that took the call: reactions of a reactor, a
// completion queue's loop. span_id 0: there is none. Until the server context is destroyed.
//
//   void OnReadDone(bool ok) override {
//     const spansmith::ContextScope scope(spansmith::GrpcContextOf(*context_));
Context GrpcContextOf(const ::grpc::ServerContextBase& context) noexcept;
// The same as a traceparent, for SPANSMITH_PARENT and a rule's `parent`; "" if there is none.
std::string GrpcTraceparentOf(const ::grpc::ServerContextBase* context);

}  // namespace spansmith

#endif  // SPANSMITH_GRPC_H_
