// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The packs of libcurl and cpp-httplib on real sockets: which spans there are, what they say, which headers go out; and
// that the program sees what it saw without them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spansmith/baggage.h>
#include <spansmith/propagation.h>
#include <spansmith/testing/recorder.h>

#include <chrono>
#include <map>
#include <regex>
#include <thread>

#include "propagate/settings.h"
#include "raw_request.h"
#include "requests.h"
#include "service.h"
#include "transport/testing/certificates.h"

namespace spansmith::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using Map = std::map<std::string, std::string>;

Map AttributesOf(const SpanData& span) {
  Map all;
  for (const Attribute& attribute : span.attributes) {
    const auto* text = std::get_if<std::string>(&attribute.value);
    const auto* number = std::get_if<std::int64_t>(&attribute.value);
    all[attribute.key] = text != nullptr ? *text : number != nullptr ? std::to_string(*number) : "?";
  }
  return all;
}

std::string Status(const SpanData& span) {
  std::string text = AttributesOf(span)["http.response.status_code"];
  if (span.status.code == StatusCode::kError) text += " error " + AttributesOf(span)["error.type"];
  return span.status.description.empty() ? text : text + ": " + span.status.description;
}

class HttpPacks : public ::testing::Test {
 protected:
  // Until so many have ended (a server's may end after the client has its answer), in the order of their starts.
  std::vector<SpanData> Spans(std::size_t count) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    std::vector<SpanData> spans;
    do {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
      spans = recorder_.Spans();
    } while (spans.size() < count && std::chrono::steady_clock::now() < deadline);
    EXPECT_EQ(spans.size(), count) << recorder_.Tree();
    spans.resize(count);
    std::sort(spans.begin(), spans.end(),
              [](const SpanData& a, const SpanData& b) { return a.start_unix_nano < b.start_unix_nano; });
    return spans;
  }
  std::vector<SpanData> Clients(std::size_t count) {
    std::vector<SpanData> spans = Spans(count);
    std::erase_if(spans, [](const SpanData& span) { return span.kind != SpanKind::kClient; });
    return spans;
  }

  traced::Service service_;
  const testing::Recorder recorder_;
};

TEST_F(HttpPacks, AClientsAndAServersSpanInOneTrace) {
  traced::Get(service_.port(), "/things/7?x=1&token=t");
  const auto spans = Spans(2);
  const std::string port = std::to_string(service_.port());
  EXPECT_EQ(spans[0].name, "GET");
  EXPECT_EQ(spans[0].kind, SpanKind::kClient);
  EXPECT_EQ(spans[0].scope.name, "cpp-httplib");
  EXPECT_EQ(AttributesOf(spans[0]), (Map{{"http.request.method", "GET"},
                                         {"http.response.status_code", "200"},
                                         {"server.address", "127.0.0.1"},
                                         {"server.port", port},
                                         {"url.full", service_.Url("/things/7?x=1&token=REDACTED")}}));
  EXPECT_EQ(spans[1].name, R"(GET /things/(\d+))");
  EXPECT_EQ(spans[1].kind, SpanKind::kServer);
  EXPECT_EQ(spans[1].parent_span_id, spans[0].span_id);
  EXPECT_EQ(spans[1].trace_id, spans[0].trace_id);
  EXPECT_TRUE(spans[1].parent_is_remote);
  Map server = AttributesOf(spans[1]);
  EXPECT_THAT(server["user_agent.original"], HasSubstr("cpp-httplib/"));
  EXPECT_NE(server["network.peer.port"], "");
  server.erase("user_agent.original");
  server.erase("network.peer.port");
  EXPECT_EQ(server, (Map{{"client.address", "127.0.0.1"},
                         {"http.request.method", "GET"},
                         {"http.response.status_code", "200"},
                         {"http.route", R"(/things/(\d+))"},
                         {"network.peer.address", "127.0.0.1"},
                         {"network.protocol.version", "1.1"},
                         {"server.address", "127.0.0.1"},
                         {"server.port", port},
                         {"url.path", "/things/7"},
                         {"url.query", "x=1&token=REDACTED"},
                         {"url.scheme", "http"}}));
}

TEST_F(HttpPacks, AServiceThatCallsOn) {
  traced::Get(service_.port(), "/call");
  EXPECT_THAT(recorder_.Spans(), SizeIs(::testing::Ge(3u)));
  const auto spans = Spans(4);
  for (std::size_t i = 1; i < 4; ++i) {
    EXPECT_EQ(spans[i].trace_id, spans[0].trace_id);
    EXPECT_EQ(spans[i].parent_span_id, spans[i - 1].span_id);
  }
  EXPECT_EQ(spans[3].name, "GET /echo");
}

TEST_F(HttpPacks, Statuses) {
  traced::Get(service_.port(), "/missing");
  traced::Get(service_.port(), "/broken");
  traced::Get(service_.port(), "/throws");
  traced::Curl(service_.Url("/broken"));
  const auto spans = Spans(8);
  EXPECT_EQ(Status(spans[0]), "404 error 404");
  EXPECT_EQ(Status(spans[1]), "404");
  EXPECT_EQ(Status(spans[2]), "503 error 503");
  EXPECT_EQ(Status(spans[3]), "503 error 503");
  EXPECT_EQ(Status(spans[4]), "500 error 500");
  EXPECT_EQ(Status(spans[5]), " error std::runtime_error: the disk is full");
  ASSERT_THAT(spans[5].events, SizeIs(1));
  EXPECT_EQ(spans[5].events[0].name, "exception");
  EXPECT_EQ(Status(spans[6]), "503 error 503");
}

TEST_F(HttpPacks, NobodyAnswers) {
  int closed = 0;
  {
    const plain::Service gone;
    closed = gone.port();
  }
  traced::Get(closed, "/things");
  traced::Curl("http://127.0.0.1:" + std::to_string(closed) + "/");
  const auto spans = Spans(2);
  EXPECT_EQ(Status(spans[0]), " error Connection");
  EXPECT_THAT(Status(spans[1]), HasSubstr(" error CURLE_COULDNT_CONNECT: "));
  EXPECT_EQ(AttributesOf(spans[1])["http.request.method"], "GET");
}

TEST_F(HttpPacks, Libcurl) {
  const std::string text = traced::Curl(service_.Url("/echo"), "headers");
  const auto spans = Spans(2);
  const std::string port = std::to_string(service_.port());
  EXPECT_EQ(spans[0].name, "GET");
  EXPECT_EQ(spans[0].scope.name, "libcurl");
  EXPECT_EQ(AttributesOf(spans[0]), (Map{{"http.request.method", "GET"},
                                         {"http.response.status_code", "200"},
                                         {"network.peer.address", "127.0.0.1"},
                                         {"network.peer.port", port},
                                         {"network.protocol.version", "1.1"},
                                         {"server.address", "127.0.0.1"},
                                         {"server.port", port},
                                         {"url.full", service_.Url("/echo")}}));
  EXPECT_EQ(spans[1].parent_span_id, spans[0].span_id);
  EXPECT_THAT(ValuesIn(text, "traceparent"),
              ElementsAre("00-" + spans[0].trace_id.Hex() + "-" + spans[0].span_id.Hex() + "-03"));
  EXPECT_THAT(ValuesIn(text, "X-Two"), SizeIs(1));
  EXPECT_THAT(text, HasSubstr("X-One: 1;X-Two: 2;")) << "the program's list";
}

TEST_F(HttpPacks, MethodsOfLibcurl) {
  traced::Curl(service_.Url("/things"), "post");
  const auto spans = Spans(1);  // no route takes it
  EXPECT_EQ(spans[0].name, "POST");
  EXPECT_EQ(Status(spans[0]), "404 error 404");
}

TEST_F(HttpPacks, RedirectsOfLibcurlAreSiblings) {
  const std::string text = traced::Curl(service_.Url("/moved-twice"), "follow headers");
  auto spans = Clients(6);
  ASSERT_THAT(spans, SizeIs(3));
  const char* statuses[] = {"307", "302", "200"};
  const char* paths[] = {"/moved-twice", "/moved", "/echo"};
  const char* resends[] = {"", "1", "2"};
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_FALSE(spans[i].parent_span_id);
    EXPECT_EQ(Status(spans[i]), statuses[i]);
    EXPECT_EQ(AttributesOf(spans[i])["url.full"], service_.Url(paths[i]));
    EXPECT_EQ(AttributesOf(spans[i])["http.request.resend_count"], resends[i]);
    EXPECT_EQ(AttributesOf(spans[i])["http.request.method"], "GET");
    EXPECT_EQ(AttributesOf(spans[i])["network.protocol.version"], "1.1");
  }
  // Each server's span is below the request that reached it.
  for (const SpanData& span : recorder_.Spans()) {
    if (span.kind != SpanKind::kServer) continue;
    const std::size_t i = span.name == "GET /echo" ? 2 : span.name == "GET /moved" ? 1 : 0;
    EXPECT_EQ(span.parent_span_id, spans[i].span_id) << span.name;
  }
  EXPECT_THAT(ValuesIn(text, "traceparent"), ElementsAre(HasSubstr(spans[2].span_id.Hex())));
  EXPECT_THAT(ValuesIn(text, "X-One"), SizeIs(1));
}

TEST_F(HttpPacks, TransfersOfTheMultiInterfaceAreAtOnce) {
  const injected::Attached parent(ContextOf("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
  const BaggageScope scope(Baggage().With("tenant", "a"));
  const std::string text = traced::CurlMulti(
      {service_.Url("/echo"), service_.Url("/broken"), service_.Url("/moved"), "http://127.0.0.1:1/"}, "follow");
  std::vector<SpanData> spans = Clients(9);
  ASSERT_THAT(spans, SizeIs(5));
  std::map<std::string, SpanData> by_url;
  for (const SpanData& span : spans) {
    EXPECT_EQ(span.parent_span_id.Hex(), "00f067aa0ba902b7");
    EXPECT_EQ(span.scope.name, "libcurl");
    by_url[AttributesOf(span)["url.full"] + AttributesOf(span)["http.request.resend_count"]] = span;
  }
  const std::string port = std::to_string(service_.port());
  EXPECT_EQ(AttributesOf(by_url[service_.Url("/echo")]), (Map{{"http.request.method", "GET"},
                                                              {"http.response.status_code", "200"},
                                                              {"network.peer.address", "127.0.0.1"},
                                                              {"network.peer.port", port},
                                                              {"network.protocol.version", "1.1"},
                                                              {"server.address", "127.0.0.1"},
                                                              {"server.port", port},
                                                              {"url.full", service_.Url("/echo")}}));
  EXPECT_EQ(Status(by_url[service_.Url("/broken")]), "503 error 503");
  EXPECT_EQ(Status(by_url[service_.Url("/moved")]), "302");
  EXPECT_EQ(Status(by_url[service_.Url("/echo1")]), "200") << "where /moved leads to";
  EXPECT_THAT(Status(by_url["http://127.0.0.1:1/"]), HasSubstr(" error CURLE_COULDNT_CONNECT: "));
  for (const SpanData& span : recorder_.Spans()) {
    if (span.kind != SpanKind::kServer) continue;
    const auto sent = std::find_if(spans.begin(), spans.end(),
                                   [&](const SpanData& client) { return client.span_id == span.parent_span_id; });
    ASSERT_NE(sent, spans.end()) << span.name;
    EXPECT_THAT(AttributesOf(*sent)["url.full"], ::testing::EndsWith(AttributesOf(span)["url.path"]));
  }
  EXPECT_THAT(ValuesIn(text, "traceparent"), SizeIs(2));
  EXPECT_THAT(ValuesIn(text, "baggage"), ElementsAre("tenant=a", "tenant=a"));
}

TEST_F(HttpPacks, ATransferOfTheMultiInterfaceEndsInAnyCase) {
  traced::CurlMulti({service_.Url("/broken")}, "unread");
  traced::CurlMulti({service_.Url("/echo")}, "early");
  traced::CurlMulti({service_.Url("/echo")}, "early left");
  const auto spans = Clients(4);
  ASSERT_THAT(spans, SizeIs(3));
  EXPECT_EQ(Status(spans[0]), "503 error 503");
  for (std::size_t i = 1; i < 3; ++i) {
    EXPECT_EQ(Status(spans[i]), " error removed: the transfer was given up before there was an answer");
  }
}

TEST_F(HttpPacks, AProgramThatListensItselfIsLeftAlone) {
  const std::string text = traced::Curl(service_.Url("/moved"), "follow verbose");
  EXPECT_THAT(text, HasSubstr("GETGET"));
  EXPECT_THAT(Clients(3), SizeIs(1)) << "one span for both requests";
}

TEST_F(HttpPacks, HeadersOfTheProgramGoBeforeOurs) {
  EXPECT_THAT(ValuesIn(traced::Curl(service_.Url("/echo"), "traceparent"), "traceparent"), ElementsAre("mine"));
  const std::string text = traced::Headers(service_.port());
  const auto parents = ValuesIn(text, "traceparent");
  ASSERT_THAT(parents, SizeIs(4));
  EXPECT_EQ(parents[3], "mine");
  EXPECT_EQ(parents[0].size(), 55u);
}

TEST_F(HttpPacks, HostsThatAreNotTold) {
  propagate::Install({{}, {true, {}, {"127.0.0.1"}}});
  EXPECT_THAT(ValuesIn(traced::Curl(service_.Url("/echo"), "headers"), "traceparent"), IsEmpty());
  EXPECT_THAT(ValuesIn(traced::Get(service_.port(), "/echo"), "traceparent"), IsEmpty());
  const auto spans = Spans(4);
  EXPECT_EQ(spans[0].name, "GET");
  EXPECT_NE(spans[1].trace_id, spans[0].trace_id);
  propagate::Install({});
}

TEST_F(HttpPacks, BaggageAndB3GoAlong) {
  propagate::Install({{true, true, true, true, true}, {}});
  const BaggageScope scope(Baggage().With("tenant", "a b"));
  const std::string text = traced::Get(service_.port(), "/call");
  // cpp-httplib before 0.18 decodes the headers that it reads.
  EXPECT_THAT(ValuesIn(text, "baggage"), ElementsAre(::testing::AnyOf("tenant=a b", "tenant=a%20b")));
  EXPECT_THAT(ValuesIn(text, "b3"), SizeIs(1));
  EXPECT_THAT(ValuesIn(text, "x-b3-sampled"), ElementsAre("1"));
  EXPECT_THAT(ValuesIn(text, "traceparent"), ElementsAre(HasSubstr(ValuesIn(text, "x-b3-spanid").at(0))));
  Spans(4);
  propagate::Install({});
}

TEST_F(HttpPacks, OverTls) {
  transport::TestAuthority authority;
  const transport::TestCertificate own = authority.Issue("IP:127.0.0.1");
  const traced::SecureService secure(own.certificate, own.key);
  const std::string root = "https://127.0.0.1:" + std::to_string(secure.port());
  std::string text = traced::CurlSecurely(root + "/echo?token=x", authority.certificate());
  text += traced::GetSecurely(secure.port(), authority.certificate());
  EXPECT_THAT(ValuesIn(text, "traceparent"), SizeIs(3));
  const auto spans = Spans(6);
  for (std::size_t i = 0; i < 6; i += 2) {
    Map client = AttributesOf(spans[i]), server = AttributesOf(spans[i + 1]);
    EXPECT_EQ(Status(spans[i]), "200");
    EXPECT_EQ(client["url.full"], root + (i == 0 ? "/echo?token=REDACTED" : "/echo"));
    EXPECT_EQ(client["server.port"], std::to_string(secure.port()));
    EXPECT_EQ(spans[i + 1].parent_span_id, spans[i].span_id);
    EXPECT_EQ(spans[i + 1].trace_id, spans[i].trace_id);
    EXPECT_EQ(server["url.scheme"], "https");
    EXPECT_EQ(server["http.route"], "/echo");
  }
}

TEST_F(HttpPacks, AServerThatIsNotTrusted) {
  transport::TestAuthority authority, another;
  const transport::TestCertificate own = authority.Issue("IP:127.0.0.1");
  const traced::SecureService secure(own.certificate, own.key);
  const plain::SecureService plain(own.certificate, own.key);
  const auto ask = [&](const auto& curl, const auto& get, const auto& service) {
    const std::string url = "https://127.0.0.1:" + std::to_string(service.port()) + "/echo";
    const std::string text = curl(url, another.certificate());
    return text + get(service.port(), another.certificate());
  };
  EXPECT_EQ(ask(traced::CurlSecurely, traced::GetSecurely, secure),
            ask(plain::CurlSecurely, plain::GetSecurely, plain));
  const auto spans = Spans(3);
  EXPECT_THAT(Status(spans[0]),
              ::testing::ContainsRegex(" error CURLE_(PEER_FAILED_VERIFICATION|SSL_CONNECT_ERROR): "));
  EXPECT_THAT(Status(spans[1]), HasSubstr(" error SSLServerVerification"));
  EXPECT_THAT(Status(spans[2]), HasSubstr(" error SSLServerVerification"));
}

TEST_F(HttpPacks, WhatIsNoHttp) {
  traced::Curl("file:///no/such/file");
  const auto spans = Spans(1);
  EXPECT_EQ(spans[0].name, "HTTP");
  EXPECT_EQ(Status(spans[0]).substr(0, 33), " error CURLE_FILE_COULDNT_READ_FI");
  EXPECT_EQ(AttributesOf(spans[0]).count("http.request.method"), 0u);
}

// Without the headers of a trace, and without what differs from run to run.
std::string Comparable(const std::string& text, int port) {
  std::string out = std::regex_replace(text, std::regex("traceparent: 00-[^\n]*\n", std::regex::icase), "");
  out = std::regex_replace(out, std::regex("REMOTE_PORT: [0-9]*\n"), "");
  return std::regex_replace(out, std::regex(std::to_string(port)), "<port>");
}

TEST_F(HttpPacks, TheProgramSeesWhatItSawWithoutThem) {
  const plain::Service plain;
  const int a = service_.port(), b = plain.port();
  const auto same = [&](const std::string& traced, const std::string& otherwise) {
    EXPECT_EQ(Comparable(traced, a), Comparable(otherwise, b));
  };
  for (const char* path : {"/echo", "/call", "/things/7", "/missing", "/broken", "/throws", "/moved", "/nowhere"}) {
    same(traced::Get(a, path), plain::Get(b, path));
    for (const char* options : {"", "follow", "headers", "post", "follow headers verbose", "traceparent"}) {
      same(traced::Curl(service_.Url(path), options), plain::Curl(plain.Url(path), options));
    }
  }
  same(traced::CurlTwice(service_.Url("/echo")), plain::CurlTwice(plain.Url("/echo")));
  same(traced::CurlCopies(service_.Url("/echo")), plain::CurlCopies(plain.Url("/echo")));
  same(traced::CurlNothing(), plain::CurlNothing());
  for (const char* options : {"", "follow", "unread", "early", "left"}) {
    const auto urls = [](const auto& service) {
      return std::vector<std::string>{service.Url("/echo"), service.Url("/moved"), "nonsense://",
                                      service.Url("/nowhere")};
    };
    same(traced::CurlMulti(urls(service_), options), plain::CurlMulti(urls(plain), options));
  }
  same(traced::Verbs(a), plain::Verbs(b));
  same(traced::Headers(a), plain::Headers(b));
  same(traced::Send(a), plain::Send(b));
  EXPECT_THAT(ValuesIn(traced::CurlTwice(service_.Url("/echo")), "traceparent"), SizeIs(5));
  EXPECT_THAT(ValuesIn(traced::Send(a), "traceparent"), SizeIs(2));
  EXPECT_THAT(plain::Curl(plain.Url("/echo")), Not(HasSubstr("traceparent")));
}

}  // namespace
}  // namespace spansmith::test
