// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How gRPC's names of methods, targets, peers and status codes are told in attributes (OpenTelemetry semantic
// conventions, rpc/rpc-spans.md and rpc/grpc.md). Pure.
#ifndef SPANSMITH_INTEGRATIONS_GRPC_NAMES_H_
#define SPANSMITH_INTEGRATIONS_GRPC_NAMES_H_

#include <spansmith/span_data.h>

#include <string>
#include <string_view>

namespace spansmith::rpc {

// "/vmafx.v1.Controller/SubmitJob": rpc.service is before the last slash, rpc.method behind it.
struct Method {
  std::string_view service;
  std::string_view name;
};
Method MethodOf(std::string_view path);
bool IsHealthCheck(std::string_view path);

// host empty: not known; port 0: none.
struct Address {
  std::string host;  // a name, an IP address without brackets, or the path of a socket
  int port = 0;
};
// Of a channel's target (gRPC name syntax): "dns:///a.b:80", "a.b:80", "ipv6:[::1]:80", "unix:/run/x". A target of
// several addresses, or of a resolver that is not gRPC's own, has none but itself as the host.
Address AddressOfTarget(std::string_view target);
// Of a peer ("ipv4:127.0.0.1:4711", "ipv6:%5B::1%5D:4711", "unix:") or an authority ("a.b:80").
Address AddressOfPeer(std::string_view peer);
void AddAddress(Attributes& attributes, const char* host_key, const char* port_key, const Address& address);

// "DEADLINE_EXCEEDED"; a number that gRPC does not have is that number.
std::string NameOfCode(int code);
// Conventions, rpc/grpc.md, "gRPC Status": a client's span is an error for each code but OK, a server's for those that
// say that the server is at fault.
bool IsError(SpanKind kind, int code);

}  // namespace spansmith::rpc

#endif  // SPANSMITH_INTEGRATIONS_GRPC_NAMES_H_
