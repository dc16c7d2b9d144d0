// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The callback API on both sides, and a server with a completion queue: what runs under the server span by itself, and
// what finds it by its context.
#include <gtest/gtest.h>
#include <spansmith/grpc.h>
#include <spansmith/testing/recorder.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "echo.grpc.pb.h"
#include "rig.h"
#include "spans.h"

namespace spansmith::test {
namespace {

using injected::Guard;
using injected::Site;

void Handle() {
  static Site site("Handle");
  const Guard guard(&site);
}
void HandleLater() {
  static Site site("HandleLater");
  const Guard guard(&site);
}

class Once {
 public:
  void Set() {
    const std::lock_guard lock(mutex_);
    done_ = true;
    changed_.notify_all();
  }
  bool Wait() {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(60), [this] { return done_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
};

class CallbackEcho : public Echo::CallbackService {
 public:
  ~CallbackEcho() override {
    if (later_.joinable()) later_.join();
  }

 private:
  grpc::ServerUnaryReactor* Say(grpc::CallbackServerContext* context, const Text* request, Text* response) override {
    Handle();  // in the method: under the server span
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    response->set_text(request->text());
    if (request->text() != "later") {
      reactor->Finish(grpc::Status::OK);
      return reactor;
    }
    later_ = std::thread([context, reactor] {
      {
        const ContextScope scope(GrpcContextOf(*context));
        HandleLater();
      }
      reactor->Finish(grpc::Status::OK);
    });
    return reactor;
  }

  class Chatting : public grpc::ServerBidiReactor<Text, Text> {
   public:
    explicit Chatting(grpc::CallbackServerContext* context) : context_(context) { StartRead(&text_); }
    void OnReadDone(bool ok) override {
      const ContextScope scope(GrpcContextOf(*context_));
      HandleLater();
      if (ok) {
        StartWrite(&text_);
      } else {
        Finish(grpc::Status::OK);
      }
    }
    void OnWriteDone(bool) override { StartRead(&text_); }
    void OnDone() override { delete this; }

   private:
    grpc::CallbackServerContext* context_;
    Text text_;
  };
  grpc::ServerBidiReactor<Text, Text>* Chat(grpc::CallbackServerContext* context) override {
    Handle();
    return new Chatting(context);
  }

  std::thread later_;
};

TEST(ReactorsTest, AMethodThatAnswersAtOnceAndOneThatAnswersLater) {
  const testing::Recorder recorder;
  for (const char* text : {"now", "later"}) {
    CallbackEcho service;
    int port = 0;
    const auto server = Serve(&service, &port);
    const auto stub = Echo::NewStub(Dial("127.0.0.1:" + std::to_string(port)));
    grpc::ClientContext context;
    Text request;
    request.set_text(text);
    Text response;
    Once done;
    grpc::Status status;
    stub->async()->Say(&context, &request, &response, [&](grpc::Status said) {
      status = std::move(said);
      done.Set();
    });
    ASSERT_TRUE(done.Wait());
    EXPECT_TRUE(status.ok());
    server->Shutdown();
  }
  EXPECT_EQ(TreeOf(recorder, 7), Pair("Say", 0, "    Handle\n") + Pair("Say", 0, "    Handle\n    HandleLater\n"));
}

class ChatClient : public grpc::ClientBidiReactor<Text, Text> {
 public:
  explicit ChatClient(Echo::Stub* stub) {
    stub->async()->Chat(&context_, this);
    StartWrite(&text_);
    StartRead(&text_);
    StartCall();
  }
  void OnReadDone(bool ok) override {
    if (ok) StartWritesDone();
  }
  void OnDone(const grpc::Status& status) override {
    status_ = status;
    done_.Set();
  }
  grpc::Status Wait() {
    EXPECT_TRUE(done_.Wait());
    return status_;
  }

 private:
  grpc::ClientContext context_;
  Text text_;
  grpc::Status status_;
  Once done_;
};

TEST(ReactorsTest, AStreamOfReactors) {
  const testing::Recorder recorder;
  CallbackEcho service;
  int port = 0;
  const auto server = Serve(&service, &port);
  const auto stub = Echo::NewStub(Dial("127.0.0.1:" + std::to_string(port)));
  {
    ChatClient client(stub.get());
    EXPECT_TRUE(client.Wait().ok());
  }
  EXPECT_EQ(TreeOf(recorder, 5), Pair("Chat", 0, "    Handle\n    HandleLater\n    HandleLater\n"));
}

TEST(ReactorsTest, NoThreadOfGrpcKeepsASpan) {
  const testing::Recorder recorder;
  CallbackEcho service;
  int port = 0;
  const auto server = Serve(&service, &port);
  const auto stub = Echo::NewStub(Dial("127.0.0.1:" + std::to_string(port)));
  grpc::ClientContext context;
  Text request;
  Text response;
  Once done;
  Context seen{1, 1, 1, 1};
  stub->async()->Say(&context, &request, &response, [&](const grpc::Status&) {
    seen = CurrentContext();
    done.Set();
  });
  ASSERT_TRUE(done.Wait());
  EXPECT_EQ(seen.span_id, 0u);
}

TEST(ReactorsTest, ACompletionQueueFindsItByTheContext) {
  const testing::Recorder recorder;
  Echo::AsyncService service;
  int port = 0;
  std::unique_ptr<grpc::ServerCompletionQueue> queue;
  const auto server = Serve(&service, &port, &queue);
  std::thread loop([&] {
    grpc::ServerContext context;
    Text request;
    grpc::ServerAsyncResponseWriter<Text> writer(&context);
    service.RequestSay(&context, &request, &writer, queue.get(), queue.get(), &context);
    void* tag = nullptr;
    bool ok = false;
    ASSERT_TRUE(queue->Next(&tag, &ok));
    EXPECT_EQ(CurrentContext().span_id, 0u);
    {
      const ContextScope scope(GrpcContextOf(context));
      HandleLater();
    }
    writer.Finish(request, grpc::Status(grpc::StatusCode::DATA_LOSS, "half of it"), &context);
    ASSERT_TRUE(queue->Next(&tag, &ok));
  });
  const auto stub = Echo::NewStub(Dial("127.0.0.1:" + std::to_string(port)));
  grpc::ClientContext context;
  Text response;
  EXPECT_EQ(stub->Say(&context, {}, &response).error_code(), grpc::StatusCode::DATA_LOSS);
  loop.join();
  EXPECT_EQ(TreeOf(recorder, 3), PairOf("Say", "error.type=DATA_LOSS, ", 15, " !Error(half of it)",
                                        "error.type=DATA_LOSS, ", 15, " !Error(half of it)", "    HandleLater\n"));
  server->Shutdown();
  queue->Shutdown();
  void* tag = nullptr;
  for (bool ok = false; queue->Next(&tag, &ok);) {
  }
}

TEST(ReactorsTest, NoSpanOfACallThatIsNone) {
  const grpc::ServerContext context;
  EXPECT_EQ(GrpcContextOf(context).span_id, 0u);
  EXPECT_EQ(GrpcTraceparentOf(&context), "");
  EXPECT_EQ(GrpcTraceparentOf(nullptr), "");
}

}  // namespace
}  // namespace spansmith::test
