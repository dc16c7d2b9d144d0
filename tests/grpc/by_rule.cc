// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Plain gRPC. What makes spans of it is the rule pack.
#include "counted.h"
#include "rig.h"

namespace spansmith::test {

std::unique_ptr<grpc::Server> Serve(grpc::Service* service, int* port,
                                    std::unique_ptr<grpc::ServerCompletionQueue>* completions) {
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), port);
  builder.RegisterService(service);
  if (completions != nullptr) *completions = builder.AddCompletionQueue();
  return builder.BuildAndStart();
}

std::unique_ptr<grpc::Server> ServeCounted(grpc::Service* service, int* port, int* calls) {
  const auto builder = std::make_unique<grpc::ServerBuilder>();
  builder->AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), port).RegisterService(service);
  builder->experimental().SetInterceptorCreators(CountingServers(calls));
  return builder->BuildAndStart();
}

std::shared_ptr<grpc::Channel> Dial(const std::string& target) {
  return grpc::CreateChannel(target.c_str(), grpc::InsecureChannelCredentials());
}

std::shared_ptr<grpc::Channel> DialWithArguments(const std::string& target) {
  grpc::ChannelArguments arguments;
  arguments.SetUserAgentPrefix("rig");
  return grpc::CreateCustomChannel(target, grpc::InsecureChannelCredentials(), arguments);
}

std::shared_ptr<grpc::Channel> DialCounted(const std::string& target, int* calls) {
  return grpc::experimental::CreateCustomChannelWithInterceptors(target, grpc::InsecureChannelCredentials(),
                                                                 grpc::ChannelArguments(), CountingClients(calls));
}

}  // namespace spansmith::test
