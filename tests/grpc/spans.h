// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the tests expect, as text.
#ifndef SPANSMITH_TESTS_GRPC_SPANS_H_
#define SPANSMITH_TESTS_GRPC_SPANS_H_

#include <gtest/gtest.h>
#include <spansmith/testing/recorder.h>

#include <chrono>
#include <string>
#include <thread>

namespace spansmith::test {

// Until so many spans have ended: a server's may end after the caller has its answer.
inline void WaitFor(const testing::Recorder& recorder, std::size_t spans) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (recorder.Spans().size() < spans) {
    ASSERT_LT(std::chrono::steady_clock::now(), deadline) << recorder.Tree();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

inline std::string TreeOf(const testing::Recorder& recorder, std::size_t spans) {
  WaitFor(recorder, spans);
  testing::TreeOptions options;
  options.hidden_keys = {"server.port", "network.peer.port"};
  return recorder.Tree(options);
}

inline SpanData Find(const testing::Recorder& recorder, const std::string& name, SpanKind kind) {
  for (const SpanData& span : recorder.Spans()) {
    if (span.name == name && span.kind == kind) return span;
  }
  ADD_FAILURE() << "no span " << name << " in\n" << recorder.Tree();
  return {};
}

// A client span with its server span and what is below that; attributes that are in the order of their keys.
inline std::string PairOf(const std::string& method, const std::string& client_error, int client_code,
                          const std::string& client_status, const std::string& server_error, int server_code,
                          const std::string& server_status, const std::string& below) {
  const auto line = [&](const char* kind, const std::string& error, int code, const std::string& status) {
    return "spansmith.test.Echo/" + method + " (" + kind + "){" + error +
           "network.peer.address=127.0.0.1, rpc.grpc.status_code=" + std::to_string(code) + ", rpc.method=" + method +
           ", rpc.service=spansmith.test.Echo, rpc.system=grpc, server.address=127.0.0.1}" + status + "\n";
  };
  return line("client", client_error, client_code, client_status) + "  " +
         line("server", server_error, server_code, server_status) + below;
}
inline std::string Pair(const std::string& method, int code, const std::string& below) {
  return PairOf(method, "", code, "", "", code, "", below);
}

// A level deeper.
inline std::string Deeper(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    out += "  " + text.substr(at, end - at);
    at = end;
  }
  return out;
}

}  // namespace spansmith::test

#endif  // SPANSMITH_TESTS_GRPC_SPANS_H_
