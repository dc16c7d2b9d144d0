// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Real calls over a real socket, blocking API; linked once with spans put in by hand and once by rule.
#include <gtest/gtest.h>
#include <spansmith/baggage.h>
#include <spansmith/propagation.h>
#include <spansmith/runtime.h>
#include <spansmith/testing/recorder.h>

#include <set>
#include <stdexcept>
#include <thread>

#include "echo.grpc.pb.h"
#include "propagate/settings.h"
#include "rig.h"
#include "spans.h"

namespace spansmith::test {
namespace {

using injected::Guard;
using injected::Site;

// What a traced handler of a program has: a function with a span.
void Handle() {
  static Site site("Handle");
  const Guard guard(&site);
}

class EchoService : public Echo::Service {
  grpc::Status Say(grpc::ServerContext* context, const Text* request, Text* response) override {
    Handle();
    const std::string& text = request->text();
    if (text == "throw") throw std::runtime_error("no such luck");
    if (text == "missing") return {grpc::StatusCode::NOT_FOUND, "no such text"};
    if (text == "broken") return {grpc::StatusCode::INTERNAL, "it broke"};
    if (text == "wait") {
      while (!context->IsCancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (text == "deadline") {
      const auto over = [&] { return std::chrono::system_clock::now() > context->deadline(); };
      while (!context->IsCancelled() || !over()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (text == "state") {
      const auto state = context->client_metadata().find("tracestate");
      response->set_text(
          state == context->client_metadata().end() ? "" : std::string(state->second.data(), state->second.size()));
      return grpc::Status::OK;
    }
    if (text == "headers") {  // those of traces, and the baggage that is the handler's
      for (const auto& [name, value] : context->client_metadata()) {
        const std::string key(name.data(), name.size());
        if (key == "baggage" || key.find("b3") != key.npos || key == "traceparent") {
          response->mutable_text()->append(key + ": " + std::string(value.data(), value.size()) + "\n");
        }
      }
      response->mutable_text()->append("here: " + Baggage::Current().Header() + "\n");
      return grpc::Status::OK;
    }
    response->set_text(text);
    return grpc::Status::OK;
  }
  grpc::Status Collect(grpc::ServerContext*, grpc::ServerReader<Text>* reader, Text* response) override {
    Text text;
    while (reader->Read(&text)) response->mutable_text()->append(text.text());
    Handle();
    return grpc::Status::OK;
  }
  grpc::Status Spell(grpc::ServerContext*, const Text* request, grpc::ServerWriter<Text>* writer) override {
    for (const char c : request->text()) {
      Text text;
      text.set_text(std::string(1, c));
      writer->Write(text);
    }
    Handle();
    return grpc::Status::OK;
  }
  grpc::Status Chat(grpc::ServerContext*, grpc::ServerReaderWriter<Text, Text>* stream) override {
    Text text;
    while (stream->Read(&text)) {
      Handle();
      stream->Write(text);
    }
    return grpc::Status::OK;
  }
};

class RpcTest : public ::testing::Test {
 protected:
  std::string Target() const { return "127.0.0.1:" + std::to_string(port_); }
  // Say under the span Caller.
  grpc::Status Say(const std::string& text, grpc::ClientContext* context, Text* response) {
    static Site site("Caller");
    const Guard guard(&site);
    Text request;
    request.set_text(text);
    return stub_->Say(context, request, response);
  }
  grpc::Status Say(const std::string& text) {
    grpc::ClientContext context;
    Text response;
    return Say(text, &context, &response);
  }
  std::string TreeOf(std::size_t spans) { return test::TreeOf(recorder_, spans); }

  testing::Recorder recorder_;
  EchoService service_;
  int port_ = 0;
  std::unique_ptr<grpc::Server> server_ = Serve(&service_, &port_);
  std::unique_ptr<Echo::Stub> stub_ = Echo::NewStub(Dial(Target()));
};

TEST_F(RpcTest, AUnaryCallIsOneTree) {
  grpc::ClientContext context;
  Text response;
  ASSERT_TRUE(Say("hello", &context, &response).ok());
  EXPECT_EQ(response.text(), "hello");
  EXPECT_EQ(TreeOf(4), R"(Caller
  spansmith.test.Echo/Say (client){network.peer.address=127.0.0.1, rpc.grpc.status_code=0, rpc.method=Say, rpc.service=spansmith.test.Echo, rpc.system=grpc, server.address=127.0.0.1}
    spansmith.test.Echo/Say (server){network.peer.address=127.0.0.1, rpc.grpc.status_code=0, rpc.method=Say, rpc.service=spansmith.test.Echo, rpc.system=grpc, server.address=127.0.0.1}
      Handle
)");
  const SpanData client = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kClient);
  const SpanData server = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kServer);
  EXPECT_EQ(client.scope.name, "grpc");
  EXPECT_EQ(client.scope.version, grpc::Version());
  EXPECT_FALSE(client.parent_is_remote);
  EXPECT_TRUE(server.parent_is_remote);
  for (const SpanData& span : {client, server}) {
    const AttributeValue* const port = FindAttribute(span.attributes, "server.port");
    ASSERT_NE(port, nullptr);
    EXPECT_EQ(std::get<std::int64_t>(*port), port_);
  }
  EXPECT_LE(client.start_unix_nano, server.start_unix_nano);
  EXPECT_GE(client.end_unix_nano, server.end_unix_nano);
}

TEST_F(RpcTest, AClientStreamIsOneSpanOnEachSide) {
  grpc::ClientContext context;
  Text response;
  {
    const auto writer = stub_->Collect(&context, &response);
    for (const char* part : {"a", "b", "c"}) {
      Text text;
      text.set_text(part);
      ASSERT_TRUE(writer->Write(text));
    }
    writer->WritesDone();
    ASSERT_TRUE(writer->Finish().ok());
  }
  EXPECT_EQ(response.text(), "abc");
  EXPECT_EQ(TreeOf(3), Pair("Collect", 0, "    Handle\n"));
}

TEST_F(RpcTest, AServerStreamIsOneSpanOnEachSide) {
  grpc::ClientContext context;
  Text request;
  request.set_text("xyz");
  const auto reader = stub_->Spell(&context, request);
  std::string spelled;
  for (Text text; reader->Read(&text);) spelled += text.text();
  ASSERT_TRUE(reader->Finish().ok());
  EXPECT_EQ(spelled, "xyz");
  EXPECT_EQ(TreeOf(3), Pair("Spell", 0, "    Handle\n"));
}

TEST_F(RpcTest, AStreamBothWaysIsOneSpanOnEachSide) {
  grpc::ClientContext context;
  const auto stream = stub_->Chat(&context);
  for (const char* part : {"a", "b"}) {
    Text text;
    text.set_text(part);
    ASSERT_TRUE(stream->Write(text));
    ASSERT_TRUE(stream->Read(&text));
    EXPECT_EQ(text.text(), part);
  }
  stream->WritesDone();
  ASSERT_TRUE(stream->Finish().ok());
  EXPECT_EQ(TreeOf(4), Pair("Chat", 0, "    Handle\n    Handle\n"));
}

TEST_F(RpcTest, TheServersStatusIsAnErrorOfTheServerOnlyWhereItIsAtFault) {
  EXPECT_EQ(Say("missing").error_code(), grpc::StatusCode::NOT_FOUND);
  EXPECT_EQ(TreeOf(4), "Caller\n" + Deeper(PairOf("Say", "error.type=NOT_FOUND, ", 5, " !Error(no such text)", "", 5,
                                                  "", "    Handle\n")));
  recorder_.Clear();
  EXPECT_EQ(Say("broken").error_code(), grpc::StatusCode::INTERNAL);
  EXPECT_EQ(TreeOf(4), "Caller\n" + Deeper(PairOf("Say", "error.type=INTERNAL, ", 13, " !Error(it broke)",
                                                  "error.type=INTERNAL, ", 13, " !Error(it broke)", "    Handle\n")));
}

TEST_F(RpcTest, AHandlerThatThrowsIsUnknown) {
  const grpc::Status status = Say("throw");
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNKNOWN);
  const std::string said = " !Error(" + status.error_message() + ")";
  EXPECT_EQ(TreeOf(4), "Caller\n" + Deeper(PairOf("Say", "error.type=UNKNOWN, ", 2, said, "error.type=UNKNOWN, ", 2,
                                                  said, "    Handle\n")));
}

TEST_F(RpcTest, ADeadlineIsSeenOnBothSides) {
  grpc::Status status;
  // Long enough for the call to be with its handler before it is over: on a machine that is busy, more.
  for (std::chrono::milliseconds most(200); most < std::chrono::seconds(30); most *= 4) {
    recorder_.Clear();
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + most);
    Text response;
    status = Say("deadline", &context, &response);
    EXPECT_EQ(status.error_code(), grpc::StatusCode::DEADLINE_EXCEEDED);
    if (recorder_.Spans().size() > 2) break;  // Caller, its client span, and something of the server's
  }
  EXPECT_EQ(TreeOf(4),
            "Caller\n" +
                Deeper(PairOf("Say", "error.type=DEADLINE_EXCEEDED, ", 4, " !Error(" + status.error_message() + ")",
                              "error.type=DEADLINE_EXCEEDED, ", 4,
                              " !Error(the caller's deadline was over before the handler was done)", "    Handle\n")));
}

TEST_F(RpcTest, ACancelledCallIsNoErrorOfTheServer) {
  grpc::ClientContext context;
  Text response;
  std::thread canceller([&] {
    WaitFor(recorder_, 1);  // Handle: the handler has the call
    context.TryCancel();
  });
  const grpc::Status status = Say("wait", &context, &response);
  canceller.join();
  EXPECT_EQ(status.error_code(), grpc::StatusCode::CANCELLED);
  EXPECT_EQ(TreeOf(4),
            "Caller\n" + Deeper(PairOf("Say", "error.type=CANCELLED, ", 1, " !Error(" + status.error_message() + ")",
                                       "", 1, "", "    Handle\n")));
}

TEST_F(RpcTest, ACallThatIsGivenUpEnds) {
  {
    grpc::ClientContext context;
    const auto stream = stub_->Chat(&context);
    Text text;
    ASSERT_TRUE(stream->Write(text));
    ASSERT_TRUE(stream->Read(&text));
  }
  std::string expected = PairOf("Chat", "error.type=CANCELLED, ", 1,
                                " !Error(the call was given up before it had a status)", "", 1, "", "    Handle\n");
  const std::string peer = "network.peer.address=127.0.0.1, ";  // which is asked for with the status
  expected.erase(expected.find(peer), peer.size());
  EXPECT_EQ(TreeOf(3), expected);
}

TEST_F(RpcTest, NobodyThere) {
  server_->Shutdown();
  server_.reset();
  const grpc::Status status = Say("hello");
  EXPECT_EQ(status.error_code(), grpc::StatusCode::UNAVAILABLE);
  const SpanData client = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kClient);
  EXPECT_EQ(client.status.code, StatusCode::kError);
  EXPECT_EQ(client.status.description, status.error_message());
  EXPECT_EQ(std::get<std::string>(*FindAttribute(client.attributes, "error.type")), "UNAVAILABLE");
}

TEST_F(RpcTest, ACallersOwnTraceparentIsReplacedAndItsTracestateTravels) {
  constexpr char kParent[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  grpc::ClientContext context;
  context.AddMetadata("traceparent", "00-11111111111111111111111111111111-1111111111111111-01");
  Text request;
  request.set_text("state");
  Text response;
  {
    const ContextScope scope(ContextOf(kParent, "vendor=1"));
    ASSERT_TRUE(stub_->Say(&context, request, &response).ok());
  }
  EXPECT_EQ(response.text(), "vendor=1");
  const SpanData client = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kClient);
  const SpanData server = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kServer);
  EXPECT_EQ(client.trace_id.Hex(), "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(client.parent_span_id.Hex(), "00f067aa0ba902b7");
  EXPECT_EQ(server.trace_id, client.trace_id);
  EXPECT_EQ(server.parent_span_id, client.span_id);
  EXPECT_EQ(server.trace_state, "vendor=1");
}

TEST_F(RpcTest, BaggageTravels) {
  const BaggageScope scope(Baggage().With("tenant", "a b").With("region", "eu"));
  grpc::ClientContext context;
  context.AddMetadata("baggage", "of=the.caller");
  Text response;
  ASSERT_TRUE(Say("headers", &context, &response).ok());
  const SpanData client = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kClient);
  EXPECT_EQ(response.text(), "baggage: tenant=a%20b,region=eu\ntraceparent: 00-" + client.trace_id.Hex() + "-" +
                                 client.span_id.Hex() + "-03\nhere: tenant=a%20b,region=eu\n");
}

TEST_F(RpcTest, B3TravelsWhereItIsAskedFor) {
  const auto say = [&](const config::Propagators& propagators) {
    propagate::Install({propagators, {}});
    grpc::ClientContext context;
    Text response;
    EXPECT_TRUE(Say("headers", &context, &response).ok());
    WaitFor(recorder_, 4);
    const SpanData client = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kClient);
    const SpanData server = Find(recorder_, "spansmith.test.Echo/Say", SpanKind::kServer);
    EXPECT_EQ(server.trace_id, client.trace_id);
    EXPECT_EQ(server.parent_span_id, client.span_id);
    std::string text = response.text();
    for (const auto& [id, name] : {std::pair{client.trace_id.Hex(), "<trace>"}, {client.span_id.Hex(), "<span>"}}) {
      for (std::size_t at; (at = text.find(id)) != text.npos;) text.replace(at, id.size(), name);
    }
    recorder_.Clear();
    propagate::Install({});
    return text;
  };
  config::Propagators one;
  one.trace_context = one.baggage = false;
  one.b3 = true;
  EXPECT_EQ(say(one), "b3: <trace>-<span>-1\nhere: \n");
  config::Propagators several;
  several.trace_context = several.baggage = false;
  several.b3_multi = true;
  EXPECT_EQ(say(several), "x-b3-sampled: 1\nx-b3-spanid: <span>\nx-b3-traceid: <trace>\nhere: \n");
}

// Straight at the server, past our client.
TEST_F(RpcTest, ABrokenOrDoubledContextBeginsANewTrace) {
  const auto plain = Echo::NewStub(grpc::CreateChannel(Target(), grpc::InsecureChannelCredentials()));
  const std::string good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const std::vector<std::vector<std::string>> contexts = {
      {good}, {"00-4bf92f"}, {good, good}, {std::string(4'000, 'f')}, {""}};
  for (const auto& texts : contexts) {
    grpc::ClientContext context;
    for (const std::string& text : texts) context.AddMetadata("traceparent", text);
    Text response;
    ASSERT_TRUE(plain->Say(&context, {}, &response).ok());
  }
  std::size_t continued = 0;
  std::size_t roots = 0;
  WaitFor(recorder_, 10);
  for (const SpanData& span : recorder_.Spans()) {
    if (span.kind != SpanKind::kServer) continue;
    ++(span.parent_span_id ? continued : roots);
  }
  EXPECT_EQ(continued, 1u);
  EXPECT_EQ(roots, 4u);
}

TEST_F(RpcTest, InterceptorsOfTheProgramStay) {
  int served = 0;
  int dialled = 0;
  int port = 0;
  EchoService service;
  const auto server = ServeCounted(&service, &port, &served);
  const auto stub = Echo::NewStub(DialCounted("127.0.0.1:" + std::to_string(port), &dialled));
  grpc::ClientContext context;
  Text response;
  ASSERT_TRUE(stub->Say(&context, {}, &response).ok());
  EXPECT_EQ(served, 1);
  EXPECT_EQ(dialled, 1);
  EXPECT_EQ(TreeOf(3), Pair("Say", 0, "    Handle\n"));
}

TEST_F(RpcTest, AChannelWithArguments) {
  const auto stub = Echo::NewStub(DialWithArguments(Target()));
  grpc::ClientContext context;
  Text response;
  ASSERT_TRUE(stub->Say(&context, {}, &response).ok());
  EXPECT_EQ(TreeOf(3), Pair("Say", 0, "    Handle\n"));
}

TEST_F(RpcTest, ManyCallsAtOnceEachHaveTheirOwnTree) {
  constexpr int kThreads = 8;
  constexpr int kCalls = 100;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([this] {
      for (int n = 0; n < kCalls; ++n) EXPECT_TRUE(Say("x").ok());
    });
  }
  for (std::thread& thread : threads) thread.join();
  const std::string one = "Caller\n" + Deeper(Pair("Say", 0, "    Handle\n"));
  std::string all;
  for (int i = 0; i < kThreads * kCalls; ++i) all += one;
  EXPECT_EQ(TreeOf(4 * kThreads * kCalls), all);
}

}  // namespace
}  // namespace spansmith::test
