// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The same as by_rule.cc, said in code.
#include <spansmith/grpc.h>

#include "counted.h"
#include "rig.h"

namespace spansmith::test {

std::unique_ptr<grpc::Server> Serve(grpc::Service* service, int* port,
                                    std::unique_ptr<grpc::ServerCompletionQueue>* completions) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), port);
  builder.RegisterService(service);
  if (completions != nullptr) *completions = builder.AddCompletionQueue();
  InstrumentGrpcServer(builder);
  InstrumentGrpcServer(builder);  // once is enough, and twice is no harm
  return builder.BuildAndStart();
}

std::unique_ptr<grpc::Server> ServeCounted(grpc::Service* service, int* port, int* calls) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), port);
  builder.RegisterService(service);
  builder.experimental().SetInterceptorCreators(CountingServers(calls));
  InstrumentGrpcServer(builder);
  return builder.BuildAndStart();
}

std::shared_ptr<grpc::Channel> Dial(const std::string& target) {
  return CreateGrpcChannel(target, grpc::InsecureChannelCredentials());
}

std::shared_ptr<grpc::Channel> DialWithArguments(const std::string& target) {
  grpc::ChannelArguments arguments;
  arguments.SetUserAgentPrefix("rig");
  return CreateGrpcChannel(target, grpc::InsecureChannelCredentials(), arguments);
}

std::shared_ptr<grpc::Channel> DialCounted(const std::string& target, int* calls) {
  auto factories = CountingClients(calls);
  factories.push_back(MakeGrpcClientInterceptor(target));
  return grpc::experimental::CreateCustomChannelWithInterceptors(target, grpc::InsecureChannelCredentials(),
                                                                 grpc::ChannelArguments(), std::move(factories));
}

}  // namespace spansmith::test
