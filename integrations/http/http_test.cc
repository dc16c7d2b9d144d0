// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Attributes, names and statuses by the semantic conventions; what is redacted.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/baggage.h>
#include <spansmith/http.h>
#include <spansmith/testing/matchers.h>
#include <spansmith/testing/recorder.h>

#include <map>
#include <string>
#include <thread>

#include "url.h"

namespace spansmith {
namespace {

constinit injected::Site client_site = injected::Site("HTTP").Scope("test").Kind(injected::SpanKind::kClient);
constinit injected::Site server_site = injected::Site("HTTP").Scope("test").Kind(injected::SpanKind::kServer);

std::map<std::string, std::string> AttributesOf(const SpanData& span) {
  std::map<std::string, std::string> all;
  for (const Attribute& attribute : span.attributes) {
    const auto* text = std::get_if<std::string>(&attribute.value);
    const auto* number = std::get_if<std::int64_t>(&attribute.value);
    all[attribute.key] = text != nullptr ? *text : number != nullptr ? std::to_string(*number) : "?";
  }
  return all;
}

using Map = std::map<std::string, std::string>;

class Http : public ::testing::Test {
 protected:
  SpanData One() {
    const auto spans = recorder_.Spans();
    EXPECT_EQ(spans.size(), 1u);
    return spans.empty() ? SpanData{} : spans[0];
  }
  const testing::Recorder recorder_;
};

TEST_F(Http, AClientsSpan) {
  {
    HttpClientSpan span(&client_site, "GET", "https://user:pw@api.example:8443/a/b?x=1&sig=secret#top", 2);
    span.Response(200);
    span.Protocol("2");
    span.Peer("192.0.2.1", 8443);
  }
  const SpanData span = One();
  EXPECT_EQ(span.name, "GET");
  EXPECT_EQ(span.kind, SpanKind::kClient);
  EXPECT_EQ(span.status.code, StatusCode::kUnset);
  EXPECT_EQ(AttributesOf(span),
            (Map{{"http.request.method", "GET"},
                 {"url.full", "https://REDACTED:REDACTED@api.example:8443/a/b?x=1&sig=REDACTED#top"},
                 {"server.address", "api.example"},
                 {"server.port", "8443"},
                 {"http.request.resend_count", "2"},
                 {"http.response.status_code", "200"},
                 {"network.protocol.version", "2"},
                 {"network.peer.address", "192.0.2.1"},
                 {"network.peer.port", "8443"}}));
}

TEST_F(Http, AClientsStatus) {
  for (const int status : {399, 404, 500}) HttpClientSpan(&client_site, "GET", "http://a/").Response(status);
  HttpClientSpan(&client_site, "GET", "http://a/").Failed("timeout", "it took too long");
  const auto spans = recorder_.Spans();
  ASSERT_EQ(spans.size(), 4u);
  EXPECT_EQ(spans[0].status.code, StatusCode::kUnset);
  EXPECT_EQ(spans[1].status.code, StatusCode::kError);
  EXPECT_EQ(spans[1].status.description, "");
  EXPECT_EQ(AttributesOf(spans[1])["error.type"], "404");
  EXPECT_EQ(AttributesOf(spans[1])["server.port"], "80");
  EXPECT_EQ(spans[2].status.code, StatusCode::kError);
  EXPECT_EQ(spans[3].status.description, "it took too long");
  EXPECT_EQ(AttributesOf(spans[3])["error.type"], "timeout");
}

TEST_F(Http, AMethodThatIsNotKnown) {
  HttpClientSpan(&client_site, "", "http://a/").Method("PURGE");
  const SpanData span = One();
  EXPECT_EQ(span.name, "HTTP");
  EXPECT_EQ(AttributesOf(span)["http.request.method"], "_OTHER");
  EXPECT_EQ(AttributesOf(span)["http.request.method_original"], "PURGE");
}

TEST_F(Http, TransfersThatOverlap) {
  constexpr char kParent[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03";
  Map first_headers, second_headers;
  {
    HttpClientTransfer first(&client_site, "", "http://a/1?token=x", ContextOf(kParent));
    HttpClientTransfer second(&client_site, "GET", "http://a:81/2", {}, 1);
    EXPECT_EQ(CurrentContext().span_id, 0u) << "neither is on this thread";
    EXPECT_TRUE(first.Inject(first_headers));
    EXPECT_TRUE(second.Inject(second_headers));
    first.Method("PUT");
    first.Response(503);
    first.Protocol("2");
    first.Peer("192.0.2.1", 80);
    first.End();
    first.Response(200);  // it is over
    std::thread([&] {
      second.Failed("timeout", "late");
      second.End();
    }).join();
  }
  const auto spans = recorder_.Spans();
  ASSERT_EQ(spans.size(), 2u);
  const bool ordered = spans[0].name == "PUT";
  const SpanData& first = spans[ordered ? 0 : 1];
  const SpanData& second = spans[ordered ? 1 : 0];
  EXPECT_EQ(first.kind, SpanKind::kClient);
  EXPECT_EQ(first.parent_span_id.Hex(), "00f067aa0ba902b7");
  EXPECT_TRUE(first.parent_is_remote);
  EXPECT_EQ(first_headers["traceparent"], "00-4bf92f3577b34da6a3ce929d0e0e4736-" + first.span_id.Hex() + "-03");
  EXPECT_EQ(first.status.code, StatusCode::kError);
  EXPECT_LE(first.start_unix_nano, first.end_unix_nano);
  EXPECT_EQ(AttributesOf(first), (Map{{"http.request.method", "PUT"},
                                      {"url.full", "http://a/1?token=REDACTED"},
                                      {"server.address", "a"},
                                      {"server.port", "80"},
                                      {"http.response.status_code", "503"},
                                      {"error.type", "503"},
                                      {"network.protocol.version", "2"},
                                      {"network.peer.address", "192.0.2.1"},
                                      {"network.peer.port", "80"}}));
  EXPECT_EQ(second_headers["traceparent"], "00-" + second.trace_id.Hex() + "-" + second.span_id.Hex() + "-03");
  EXPECT_FALSE(second.parent_span_id);
  EXPECT_EQ(second.status.description, "late");
  EXPECT_EQ(AttributesOf(second)["http.request.resend_count"], "1");
}

TEST_F(Http, AServersSpan) {
  HttpServerRequest request;
  request.method = "POST";
  request.target = "/things/7?token=x&y=2";
  request.scheme = "http";
  request.route = "/things/{id}";
  request.host = "api.example:8080";
  request.version = "1.1";
  request.user_agent = "curl/8";
  request.peer_address = "10.0.0.1";
  request.peer_port = 4711;
  request.forwarded_for = "203.0.113.9 , 10.0.0.1";
  {
    HttpServerSpan span(
        &server_site, request,
        WithBaggage(ContextOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), Baggage().With("a", "1")));
    EXPECT_EQ(Baggage::Current().Header(), "a=1");
    span.Response(404);
  }
  EXPECT_TRUE(Baggage::Current().empty());
  const SpanData span = One();
  EXPECT_EQ(span.name, "POST /things/{id}");
  EXPECT_EQ(span.parent_span_id.Hex(), "00f067aa0ba902b7");
  EXPECT_TRUE(span.parent_is_remote);
  EXPECT_EQ(span.status.code, StatusCode::kUnset) << "a 4xx is the client's error";
  EXPECT_EQ(AttributesOf(span), (Map{{"http.request.method", "POST"},
                                     {"http.route", "/things/{id}"},
                                     {"url.scheme", "http"},
                                     {"url.path", "/things/7"},
                                     {"url.query", "token=REDACTED&y=2"},
                                     {"server.address", "api.example"},
                                     {"server.port", "8080"},
                                     {"network.protocol.version", "1.1"},
                                     {"user_agent.original", "curl/8"},
                                     {"network.peer.address", "10.0.0.1"},
                                     {"network.peer.port", "4711"},
                                     {"client.address", "203.0.113.9"},
                                     {"http.response.status_code", "404"}}));
}

TEST_F(Http, AServersStatus) {
  HttpServerSpan(&server_site, {}, {}).Response(503);
  const SpanData span = One();
  EXPECT_EQ(span.status.code, StatusCode::kError);
  EXPECT_EQ(AttributesOf(span)["error.type"], "503");
  EXPECT_EQ(span.parent_span_id.value, 0u);
}

TEST_F(Http, HeadersAreInjectedWithinTheSpan) {
  Map headers;
  {
    const HttpClientSpan span(&client_site, "GET", "http://a/");
    EXPECT_TRUE(span.Inject(headers));
  }
  EXPECT_EQ(ContextOf(headers["traceparent"]).span_id, One().span_id.value);
}

TEST(Urls, Redacted) {
  EXPECT_EQ(RedactedUrl("http://a/b"), "http://a/b");
  EXPECT_EQ(RedactedUrl("http://u@a/b"), "http://REDACTED@a/b");
  EXPECT_EQ(RedactedUrl("http://u:p@x@a"), "http://REDACTED:REDACTED@a");
  EXPECT_EQ(RedactedUrl("http://a/b@c?d=e@f"), "http://a/b@c?d=e@f");
  EXPECT_EQ(RedactedUrl("/only/path?Access_Token=1&AWSAccessKeyId=2"),
            "/only/path?Access_Token=REDACTED&AWSAccessKeyId=REDACTED");
  EXPECT_EQ(RedactedUrl("http://a?sig"), "http://a?sig");
  EXPECT_EQ(RedactedUrl("http://a?sig=#f"), "http://a?sig=REDACTED#f");
  EXPECT_EQ(RedactedUrl(""), "");
  EXPECT_EQ(RedactedUrl("://@"), "://REDACTED@");
  EXPECT_EQ(RedactedQuery("&&a&=b&"), "&&a&=b&");
}

TEST(Urls, Parts) {
  EXPECT_EQ(http::PartsOf("https://a.example/x:1").host, "a.example");
  EXPECT_EQ(http::PartsOf("https://a.example/x:1").port, 443);
  EXPECT_EQ(http::PartsOf("http://[::1]:80/").host, "::1");
  EXPECT_EQ(http::PartsOf("http://[::1]:8080").port, 8080);
  EXPECT_EQ(http::PartsOf("http://[::1").host, "[::1");
  EXPECT_EQ(http::PartsOf("http://a:99999/").port, 80);
  EXPECT_EQ(http::PartsOf("ftp://a").port, 0);
  EXPECT_EQ(http::PartsOf("a.example/x").host, "");
  EXPECT_EQ(http::PartsOf("").scheme, "");
}

}  // namespace
}  // namespace spansmith
