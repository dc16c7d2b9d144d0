// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include "names.h"

#include <gtest/gtest.h>

namespace spansmith::rpc {
namespace {

TEST(NamesTest, TheServiceIsBeforeTheLastSlash) {
  EXPECT_EQ(MethodOf("/a.b.Service/Do").service, "a.b.Service");
  EXPECT_EQ(MethodOf("/a.b.Service/Do").name, "Do");
  EXPECT_EQ(MethodOf("Do").service, "");
  EXPECT_EQ(MethodOf("Do").name, "Do");
  EXPECT_EQ(MethodOf("").name, "");
}

TEST(NamesTest, HealthChecks) {
  EXPECT_TRUE(IsHealthCheck("/grpc.health.v1.Health/Check"));
  EXPECT_TRUE(IsHealthCheck("/grpc.health.v1.Health/Watch"));
  EXPECT_FALSE(IsHealthCheck("/grpc.health.v1.Healthy/Check"));
  EXPECT_FALSE(IsHealthCheck("/a.Health/Check"));
}

void ExpectTarget(const char* target, const char* host, int port) {
  const Address address = AddressOfTarget(target);
  EXPECT_EQ(address.host, host) << target;
  EXPECT_EQ(address.port, port) << target;
}

TEST(NamesTest, Targets) {
  ExpectTarget("localhost:50051", "localhost", 50051);
  ExpectTarget("localhost", "localhost", 0);
  ExpectTarget("dns:a.b:80", "a.b", 80);
  ExpectTarget("dns:///a.b:80", "a.b", 80);
  ExpectTarget("dns://8.8.8.8/a.b:80", "a.b", 80);
  ExpectTarget("dns://8.8.8.8", "", 0);
  ExpectTarget("ipv4:10.0.0.1:80", "10.0.0.1", 80);
  ExpectTarget("ipv6:[::1]:80", "::1", 80);
  ExpectTarget("[::1]:80", "::1", 80);
  ExpectTarget("::1", "::1", 0);
  ExpectTarget("[::1", "[::1", 0);
  ExpectTarget("ipv4:10.0.0.1:80,10.0.0.2:80", "ipv4:10.0.0.1:80,10.0.0.2:80", 0);
  ExpectTarget("unix:/run/x.sock", "/run/x.sock", 0);
  ExpectTarget("unix:///run/x.sock", "/run/x.sock", 0);
  ExpectTarget("xds:///service", "xds:///service", 0);
  ExpectTarget("a:99999", "a:99999", 0);
  ExpectTarget("a:x", "a:x", 0);
  ExpectTarget("", "", 0);
}

TEST(NamesTest, Peers) {
  EXPECT_EQ(AddressOfPeer("ipv4:127.0.0.1:4711").host, "127.0.0.1");
  EXPECT_EQ(AddressOfPeer("ipv4:127.0.0.1:4711").port, 4711);
  EXPECT_EQ(AddressOfPeer("ipv6:%5B::1%5D:4711").host, "::1");
  EXPECT_EQ(AddressOfPeer("ipv6:%5B::1%5D:4711").port, 4711);
  EXPECT_EQ(AddressOfPeer("ipv6:[::1]:4711").port, 4711);
  EXPECT_EQ(AddressOfPeer("unix:/run/x").host, "/run/x");
  EXPECT_EQ(AddressOfPeer("unix:").host, "");
  EXPECT_EQ(AddressOfPeer("a.b:80").port, 80);
}

TEST(NamesTest, NoHostNoAttributes) {
  Attributes attributes;
  AddAddress(attributes, "h", "p", {});
  EXPECT_TRUE(attributes.empty());
  AddAddress(attributes, "h", "p", {"a", 0});
  ASSERT_EQ(attributes.size(), 1u);
  AddAddress(attributes, "h", "p", {"a", 1});
  EXPECT_EQ(attributes.size(), 3u);
}

TEST(NamesTest, Codes) {
  EXPECT_EQ(NameOfCode(0), "OK");
  EXPECT_EQ(NameOfCode(16), "UNAUTHENTICATED");
  EXPECT_EQ(NameOfCode(17), "17");
  EXPECT_EQ(NameOfCode(-1), "-1");
  std::string errors;
  for (int code = 0; code <= 16; ++code) {
    EXPECT_EQ(IsError(SpanKind::kClient, code), code != 0);
    if (IsError(SpanKind::kServer, code)) errors += NameOfCode(code) + " ";
  }
  EXPECT_EQ(errors, "UNKNOWN DEADLINE_EXCEEDED UNIMPLEMENTED INTERNAL UNAVAILABLE DATA_LOSS ");
}

}  // namespace
}  // namespace spansmith::rpc
