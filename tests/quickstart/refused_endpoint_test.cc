// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An endpoint that nobody listens at changes nothing but one message: how many spans were lost.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <regex>

#include "program.h"

namespace quickstart_test {
namespace {

// Holds a port of the loopback interface without listening on it, so that a connection to it is refused.
class RefusingPort {
 public:
  RefusingPort() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    EXPECT_EQ(bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~RefusingPort() { close(socket_); }
  RefusingPort(const RefusingPort&) = delete;
  RefusingPort& operator=(const RefusingPort&) = delete;

  std::string Endpoint() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  int socket_;
  int port_ = 0;
};

void ExpectLossIsSaid(const std::vector<std::string>& arguments, int spans) {
  const RefusingPort port;
  const ProgramResult plain = RunProgram("quickstart_plain", arguments);
  const ProgramResult traced = RunProgram("quickstart", arguments, {{"OTEL_EXPORTER_OTLP_ENDPOINT", port.Endpoint()}});
  EXPECT_EQ(traced.exit_code, plain.exit_code);
  EXPECT_EQ(traced.out, plain.out);
  EXPECT_NE(traced.err.find(plain.err), std::string::npos) << traced.err;
  const std::regex count("spansmith: .*\\b" + std::to_string(spans) + " spans?\\b");
  EXPECT_TRUE(std::regex_search(traced.err, count)) << traced.err;
  EXPECT_NE(traced.err.find(port.Endpoint()), std::string::npos) << traced.err;
}

TEST(RefusedEndpoint, GoodReconcile) { ExpectLossIsSaid({SampleManifest("etcd.yaml")}, 7); }

TEST(RefusedEndpoint, FailedReconcile) {
  ExpectLossIsSaid({"--fail-apply", "StatefulSet", SampleManifest("etcd.yaml")}, 5);
}

}  // namespace
}  // namespace quickstart_test
