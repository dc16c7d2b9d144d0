// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See spansmith/http.h.
#include <spansmith/http.h>

#include <algorithm>
#include <exception>

#include "say.h"
#include "url.h"

namespace spansmith {
namespace {

using http::SayIf;
using http::SayMethod;
using http::SayResponse;
using injected::Guard;

// Instrumentation must not change what a program does: without memory there is less on the span.
template <typename Action>
void Guarded(const std::optional<Guard>& guard, Action&& action) noexcept {
  if (!guard || !guard->Recording()) return;
  try {
    action();
  } catch (const std::exception&) {
  }
}

}  // namespace

HttpClientSpan::HttpClientSpan(injected::Site* site, std::string_view method, std::string_view url,
                               unsigned resends) noexcept {
  const http::Url parts = http::PartsOf(url);
  may_propagate_ = MayPropagateTo(parts.host);
  guard_.emplace(site);
  Guarded(guard_, [&] {
    if (!method.empty()) SayMethod(*guard_, method, {});
    SayIf(*guard_, "url.full", RedactedUrl(url));
    SayIf(*guard_, "server.address", parts.host);
    SayIf(*guard_, "server.port", parts.port);
    if (resends != 0) guard_->sm_Attribute("http.request.resend_count", resends);
  });
}

void HttpClientSpan::Method(std::string_view method) noexcept {
  Guarded(guard_, [&] { SayMethod(*guard_, method, {}); });
}

void HttpClientSpan::Response(int status) noexcept {
  Guarded(guard_, [&] { SayResponse(*guard_, status, 400); });
}

void HttpClientSpan::Protocol(std::string_view version) noexcept {
  Guarded(guard_, [&] { SayIf(*guard_, "network.protocol.version", version); });
}

void HttpClientSpan::Peer(std::string_view address, int port) noexcept {
  Guarded(guard_, [&] {
    SayIf(*guard_, "network.peer.address", address);
    SayIf(*guard_, "network.peer.port", port);
  });
}

void HttpClientSpan::Failed(std::string_view type, std::string_view description) noexcept {
  Guarded(guard_, [&] {
    guard_->sm_Attribute("error.type", type);
    guard_->Error(description);
  });
}

HttpServerSpan::HttpServerSpan(injected::Site* site, const HttpServerRequest& request, const Context& parent) noexcept {
  parent_.emplace(parent);
  guard_.emplace(site);
  Guarded(guard_, [&] {
    SayMethod(*guard_, request.method, request.route);
    SayIf(*guard_, "http.route", request.route);
    SayIf(*guard_, "url.scheme", request.scheme);
    const std::size_t question = std::min(request.target.find('?'), request.target.size());
    SayIf(*guard_, "url.path", request.target.substr(0, question));
    if (question < request.target.size())
      SayIf(*guard_, "url.query", RedactedQuery(request.target.substr(question + 1)));
    const http::HostAndPort host = http::Split(request.host);
    SayIf(*guard_, "server.address", host.host);
    SayIf(*guard_, "server.port", host.port);
    SayIf(*guard_, "network.protocol.version", request.version);
    SayIf(*guard_, "user_agent.original", request.user_agent);
    SayIf(*guard_, "network.peer.address", request.peer_address);
    SayIf(*guard_, "network.peer.port", request.peer_port);
    std::string_view client = request.forwarded_for.substr(0, request.forwarded_for.find(','));
    while (!client.empty() && client.back() == ' ') client.remove_suffix(1);
    SayIf(*guard_, "client.address", client.empty() ? request.peer_address : client);
  });
}

void HttpServerSpan::Response(int status) noexcept {
  Guarded(guard_, [&] { SayResponse(*guard_, status, 500); });
}

}  // namespace spansmith
