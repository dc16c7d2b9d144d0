// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The client's side: one interceptor a call. gRPC makes it when the call is made, on the caller's thread, and destroys
// it with the ClientContext.
#include <spansmith/grpc.h>

#include <optional>
#include <utility>
#include <vector>

#include "names.h"
#include "rpc_span.h"

namespace spansmith {
namespace {

namespace api = ::grpc::experimental;

class ClientInterceptor : public api::Interceptor {
 public:
  ClientInterceptor(api::ClientRpcInfo* info, const rpc::Address& server)
      : info_(info), server_(server), parent_(CurrentContext()) {}

  ~ClientInterceptor() override {
    if (span_) span_->End(::grpc::CANCELLED, "the call was given up before it had a status");
  }

  void Intercept(api::InterceptorBatchMethods* methods) override {
    using Hook = api::InterceptionHookPoints;
    if (methods->QueryInterceptionHookPoint(Hook::PRE_SEND_INITIAL_METADATA) && !span_) {
      span_.emplace(SpanKind::kClient, info_->method(), parent_, server_);
      if (MayPropagateTo(server_.host)) Inject(*methods->GetSendInitialMetadata(), span_->context());
    }
    if (methods->QueryInterceptionHookPoint(Hook::POST_RECV_STATUS) && span_) {
      const ::grpc::Status& status = *methods->GetRecvStatus();
      span_->End(status.error_code(), status.error_message(),
                 span_->recording() ? rpc::AddressOfPeer(info_->client_context()->peer()) : rpc::Address());
    }
    methods->Proceed();
  }

 private:
  api::ClientRpcInfo* const info_;
  const rpc::Address& server_;  // the factory's
  const Context parent_;
  std::optional<rpc::RpcSpan> span_;
};

class ClientFactory : public api::ClientInterceptorFactoryInterface {
 public:
  explicit ClientFactory(const std::string& target) : server_(rpc::AddressOfTarget(target)) {}
  api::Interceptor* CreateClientInterceptor(api::ClientRpcInfo* info) override {
    return rpc::IsHealthCheck(info->method()) ? nullptr : new ClientInterceptor(info, server_);
  }

 private:
  const rpc::Address server_;
};

}  // namespace

std::unique_ptr<api::ClientInterceptorFactoryInterface> MakeGrpcClientInterceptor(const std::string& target) {
  return std::make_unique<ClientFactory>(target);
}

std::shared_ptr<::grpc::Channel> CreateGrpcChannel(const std::string& target,
                                                   const std::shared_ptr<::grpc::ChannelCredentials>& credentials,
                                                   const ::grpc::ChannelArguments& arguments) {
  std::vector<std::unique_ptr<api::ClientInterceptorFactoryInterface>> creators;
  creators.push_back(MakeGrpcClientInterceptor(target));
  return api::CreateCustomChannelWithInterceptors(target, credentials, arguments, std::move(creators));
}

}  // namespace spansmith
