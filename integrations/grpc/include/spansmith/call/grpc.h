// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the rule pack `grpc` has called instead of gRPC's own functions. It stands in front of a source, so it includes
// nothing: what it is given it passes on to Spansmith::grpc by address. Nobody includes it by hand; C++17.
#ifndef SPANSMITH_CALL_GRPC_H_
#define SPANSMITH_CALL_GRPC_H_

#pragma GCC system_header

namespace grpc {
class Server;
class ServerBuilder;
}  // namespace grpc

namespace spansmith::call {

// Defined in Spansmith::grpc: link it where the compiler's linker says that these are missing. The types behind the
// pointers are named like the parameters of grpc::CreateCustomChannel; `channel` is a std::shared_ptr<grpc::Channel>.
void AddToGrpcServer(::grpc::ServerBuilder* builder);
void MakeGrpcChannel(void* channel, const void* target, const void* credentials, const void* arguments);
void MakeGrpcChannelInProcess(void* channel, ::grpc::Server* server, const void* arguments);
// `creators`: std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>>.
void AddToGrpcChannel(void* creators, const void* target);

template <typename T>
struct AsIs {
  using Type = T;  // not deduced: arguments convert as in a call of the function itself
};

template <typename Builder>
auto GrpcBuildAndStart(Builder& builder) -> decltype(builder.BuildAndStart()) {
  AddToGrpcServer(&builder);
  return builder.BuildAndStart();
}

template <typename Channel, typename Target, typename Credentials>
Channel GrpcCreateChannel(Channel (*)(const Target&, const Credentials&), const typename AsIs<Target>::Type& target,
                          const typename AsIs<Credentials>::Type& credentials) {
  Channel channel;
  MakeGrpcChannel(&channel, &target, &credentials, nullptr);
  return channel;
}

template <typename Channel, typename Target, typename Credentials, typename Arguments>
Channel GrpcCreateChannel(Channel (*)(const Target&, const Credentials&, const Arguments&),
                          const typename AsIs<Target>::Type& target,
                          const typename AsIs<Credentials>::Type& credentials,
                          const typename AsIs<Arguments>::Type& arguments) {
  Channel channel;
  MakeGrpcChannel(&channel, &target, &credentials, &arguments);
  return channel;
}

template <typename Channel, typename Target, typename Credentials, typename Arguments, typename Creators>
Channel GrpcCreateChannel(Channel (*create)(const Target&, const Credentials&, const Arguments&, Creators),
                          const typename AsIs<Target>::Type& target,
                          const typename AsIs<Credentials>::Type& credentials,
                          const typename AsIs<Arguments>::Type& arguments, typename AsIs<Creators>::Type creators) {
  AddToGrpcChannel(&creators, &target);
  return create(target, credentials, arguments, static_cast<Creators&&>(creators));
}

template <typename Server, typename Arguments>
auto GrpcInProcessChannel(Server& server, const Arguments& arguments) -> decltype(server.InProcessChannel(arguments)) {
  decltype(server.InProcessChannel(arguments)) channel;
  MakeGrpcChannelInProcess(&channel, &server, &arguments);
  return channel;
}

}  // namespace spansmith::call

#endif  // SPANSMITH_CALL_GRPC_H_
