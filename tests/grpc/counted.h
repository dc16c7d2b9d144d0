// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Interceptors of the program's own, for both rigs.
#ifndef SPANSMITH_TESTS_GRPC_COUNTED_H_
#define SPANSMITH_TESTS_GRPC_COUNTED_H_

#include <grpcpp/grpcpp.h>
#include <grpcpp/support/client_interceptor.h>
#include <grpcpp/support/server_interceptor.h>

#include <memory>
#include <vector>

namespace spansmith::test {

class CountedServer : public grpc::experimental::ServerInterceptorFactoryInterface {
 public:
  explicit CountedServer(int* calls) : calls_(calls) {}
  grpc::experimental::Interceptor* CreateServerInterceptor(grpc::experimental::ServerRpcInfo*) override {
    ++*calls_;
    return nullptr;
  }

 private:
  int* calls_;
};

class CountedClient : public grpc::experimental::ClientInterceptorFactoryInterface {
 public:
  explicit CountedClient(int* calls) : calls_(calls) {}
  grpc::experimental::Interceptor* CreateClientInterceptor(grpc::experimental::ClientRpcInfo*) override {
    ++*calls_;
    return nullptr;
  }

 private:
  int* calls_;
};

inline std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> CountingServers(int* calls) {
  std::vector<std::unique_ptr<grpc::experimental::ServerInterceptorFactoryInterface>> factories;
  factories.push_back(std::make_unique<CountedServer>(calls));
  return factories;
}
inline std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>> CountingClients(int* calls) {
  std::vector<std::unique_ptr<grpc::experimental::ClientInterceptorFactoryInterface>> factories;
  factories.push_back(std::make_unique<CountedClient>(calls));
  return factories;
}

}  // namespace spansmith::test

#endif  // SPANSMITH_TESTS_GRPC_COUNTED_H_
