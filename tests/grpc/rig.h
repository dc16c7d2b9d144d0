// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Where servers and channels are made: by_hand.cc says so in code, by_rule.cc is plain gRPC, rewritten by the pack.
#ifndef SPANSMITH_TESTS_GRPC_RIG_H_
#define SPANSMITH_TESTS_GRPC_RIG_H_

#include <grpcpp/grpcpp.h>

#include <memory>
#include <string>

namespace spansmith::test {

// Listens on a free port of 127.0.0.1. `completions`: where to add a completion queue, or null.
std::unique_ptr<grpc::Server> Serve(grpc::Service* service, int* port,
                                    std::unique_ptr<grpc::ServerCompletionQueue>* completions = nullptr);
// The same with an interceptor of the program's own, which counts the calls that it is made for.
std::unique_ptr<grpc::Server> ServeCounted(grpc::Service* service, int* port, int* calls);

std::shared_ptr<grpc::Channel> Dial(const std::string& target);
std::shared_ptr<grpc::Channel> DialWithArguments(const std::string& target);
std::shared_ptr<grpc::Channel> DialCounted(const std::string& target, int* calls);

}  // namespace spansmith::test

#endif  // SPANSMITH_TESTS_GRPC_RIG_H_
