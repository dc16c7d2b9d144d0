// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/call/grpc.h: the types behind its pointers.
#include <spansmith/call/grpc.h>
#include <spansmith/grpc.h>

#include <utility>
#include <vector>

namespace spansmith::call {
namespace {

using Channel = std::shared_ptr<::grpc::Channel>;
using ClientFactories = std::vector<std::unique_ptr<::grpc::experimental::ClientInterceptorFactoryInterface>>;

}  // namespace

void AddToGrpcServer(::grpc::ServerBuilder* builder) { InstrumentGrpcServer(*builder); }

void MakeGrpcChannel(void* channel, const void* target, const void* credentials, const void* arguments) {
  const auto& name = *static_cast<const std::string*>(target);
  const auto& who = *static_cast<const std::shared_ptr<::grpc::ChannelCredentials>*>(credentials);
  *static_cast<Channel*>(channel) =
      arguments == nullptr ? CreateGrpcChannel(name, who)
                           : CreateGrpcChannel(name, who, *static_cast<const ::grpc::ChannelArguments*>(arguments));
}

void MakeGrpcChannelInProcess(void* channel, ::grpc::Server* server, const void* arguments) {
  ClientFactories factories;
  factories.push_back(MakeGrpcClientInterceptor());
  *static_cast<Channel*>(channel) = server->experimental().InProcessChannelWithInterceptors(
      *static_cast<const ::grpc::ChannelArguments*>(arguments), std::move(factories));
}

void AddToGrpcChannel(void* creators, const void* target) {
  auto& factories = *static_cast<ClientFactories*>(creators);
  factories.insert(factories.begin(), MakeGrpcClientInterceptor(*static_cast<const std::string*>(target)));
}

}  // namespace spansmith::call
