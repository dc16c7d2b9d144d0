// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The server's side: one interceptor a call. Of a blocking handler, and of the method that makes a reactor, gRPC's
// continuation behind POST_RECV_INITIAL_METADATA is the call of the handler itself, so that it runs within our Proceed,
// on this thread: there the server span is current, and nowhere else. Whatever comes later on other threads finds it by
// GrpcContextOf.
#include <spansmith/grpc.h>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "names.h"
#include "rpc_span.h"
#include "server_spans.h"

namespace spansmith {
namespace {

namespace api = ::grpc::experimental;
using ServerFactories = std::vector<std::unique_ptr<api::ServerInterceptorFactoryInterface>>;

// A deadline travels as the time that is left, rounded up, and begins anew on arrival: the caller's is over a little
// before ours, and its end comes as a cancellation.
constexpr std::chrono::milliseconds kDeadlineSlack{100};

// To ask a blocking call whether it was cancelled polls its connection: some 25 us, as much as the rest of a small
// call. A unary handler that was quicker than this, has a good answer and has it in time is believed; a stream that
// ends is as likely given up as done.
constexpr std::chrono::microseconds kQuick{250};

class ServerInterceptor : public api::Interceptor {
 public:
  explicit ServerInterceptor(api::ServerRpcInfo* info) : info_(info), context_(info->server_context()) {}

  ~ServerInterceptor() override {
    rpc::ServerSpans::Get().Remove(context_, this);
    if (span_) span_->End(::grpc::CANCELLED, "the call ended without a status");
  }

  void Intercept(api::InterceptorBatchMethods* methods) override {
    using Hook = api::InterceptionHookPoints;
    if (methods->QueryInterceptionHookPoint(Hook::PRE_SEND_STATUS) && span_) End(methods->GetSendStatus());
    if (!methods->QueryInterceptionHookPoint(Hook::POST_RECV_INITIAL_METADATA) || span_) {
      methods->Proceed();
      return;
    }
    Begin(Extract(*methods->GetRecvInitialMetadata()));
    const ContextScope scope(span_->context());
    const ServerInterceptor* const outer = std::exchange(proceeding, this);
    methods->Proceed();  // the handler; this object may be gone afterwards
    proceeding = outer;
  }

 private:
  void Begin(const Context& parent) {
    const ::grpc::string_ref authority = context_->ExperimentalGetAuthority();
    server_ = rpc::AddressOfPeer({authority.data(), authority.size()});
    span_.emplace(SpanKind::kServer, info_->method(), parent, server_, rpc::AddressOfPeer(context_->peer()));
    rpc::ServerSpans::Get().Add(context_, this, span_->context());
  }

  // What the caller sees: a status that is sent to one who is not there any more is not that.
  void End(const ::grpc::Status& status) {
    if (!WasCancelled(status.ok())) {
      span_->End(status.error_code(), status.error_message());
    } else if (context_->deadline() <= std::chrono::system_clock::now() + kDeadlineSlack) {
      span_->End(::grpc::DEADLINE_EXCEEDED, "the caller's deadline was over before the handler was done");
    } else {
      span_->End(::grpc::CANCELLED, "the caller cancelled the call");
    }
  }

  // With a completion queue it may be asked only at certain times, and those are not ours to know.
  bool WasCancelled(bool ok) const {
    if (dynamic_cast<const ::grpc::CallbackServerContext*>(context_) != nullptr) return context_->IsCancelled();
    const bool doubtful = !ok || info_->type() != api::ServerRpcInfo::Type::UNARY || span_->Age() >= kQuick ||
                          context_->deadline() <= std::chrono::system_clock::now();
    return doubtful && proceeding == this && context_->IsCancelled();
  }

  api::ServerRpcInfo* const info_;
  ::grpc::ServerContextBase* const context_;
  rpc::Address server_;
  std::optional<rpc::RpcSpan> span_;
  // Whose handler is on this thread's stack.
  static thread_local const ServerInterceptor* proceeding;
};

thread_local const ServerInterceptor* ServerInterceptor::proceeding = nullptr;

class ServerFactory : public api::ServerInterceptorFactoryInterface {
 public:
  api::Interceptor* CreateServerInterceptor(api::ServerRpcInfo* info) override {
    return rpc::IsHealthCheck(info->method()) ? nullptr : new ServerInterceptor(info);
  }
};

// A builder can be given a list of interceptors, in place of the one it has, and cannot be asked for that: what is
// explicitly instantiated may name a private member (C++17, 17.7.2, paragraph 12).
using FactoriesMember = ServerFactories grpc::ServerBuilder::*;
FactoriesMember Factories();
template <FactoriesMember member>
struct Opened {
  friend FactoriesMember Factories() { return member; }
};
template struct Opened<&::grpc::ServerBuilder::interceptor_creators_>;

}  // namespace

std::unique_ptr<api::ServerInterceptorFactoryInterface> MakeGrpcServerInterceptor() {
  return std::make_unique<ServerFactory>();
}

void InstrumentGrpcServer(::grpc::ServerBuilder& builder) {
  ServerFactories& factories = builder.*Factories();
  for (const auto& factory : factories) {
    if (dynamic_cast<const ServerFactory*>(factory.get()) != nullptr) return;
  }
  factories.push_back(MakeGrpcServerInterceptor());
}

Context GrpcContextOf(const ::grpc::ServerContextBase& context) noexcept {
  return rpc::ServerSpans::Get().Find(&context);
}

std::string GrpcTraceparentOf(const ::grpc::ServerContextBase* context) {
  return context == nullptr ? std::string() : TraceparentOf(GrpcContextOf(*context));
}

}  // namespace spansmith
