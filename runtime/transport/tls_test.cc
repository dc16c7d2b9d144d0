// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Who is believed, who believes us, and certificates that are replaced while a connection is up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "notice/notice.h"
#include "transport/grpc.h"
#include "transport/http.h"
#include "transport/testing/certificates.h"
#include "transport/testing/grpc_server.h"
#include "transport/testing/http_server.h"

namespace spansmith::transport {
namespace {

using std::chrono::milliseconds;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const Patience kPatient{[] { return milliseconds(60'000); }, {}};

class Tls : public ::testing::Test {
 protected:
  Tls() {
    notice::SetSink([this](const std::string& line) { lines_.push_back(line); });
  }
  ~Tls() override { notice::SetSink({}); }

  TestTls Server(const std::string& name = "IP:127.0.0.1", bool expired = false) {
    const TestCertificate made = authority_.Issue(name, expired);
    return {made.certificate, made.key};
  }
  HttpResponse Post(const TestHttpServer& server, const TlsPaths& paths) {
    HttpClient client(Connecting{paths, ""});
    return client.Post(server.url(), {}, "x", kPatient);
  }
  std::string Path(const char* name) const { return authority_.folder() + "/" + name; }

  TestAuthority authority_;
  std::vector<std::string> lines_;
};

TEST_F(Tls, OnlyWhoTheAuthoritySignedIsBelieved) {
  TestHttpServer server(Server());
  EXPECT_EQ(Post(server, {authority_.certificate(), "", ""}).status, 200);
  const TestAuthority other;
  for (const TlsPaths& paths : {TlsPaths{}, TlsPaths{other.certificate(), "", ""}}) {
    const HttpResponse response = Post(server, paths);
    EXPECT_EQ(response.status, 0);
    EXPECT_EQ(response.trouble, Trouble::kConnection);
    EXPECT_NE(response.error, "");
  }
  EXPECT_EQ(server.Requests().size(), 1u);
}

TEST_F(Tls, ACertificateThatIsOverOrForAnother) {
  TestHttpServer expired(Server("IP:127.0.0.1", true));
  EXPECT_THAT(Post(expired, {authority_.certificate(), "", ""}).error, HasSubstr("expired"));
  TestHttpServer other(Server("DNS:elsewhere.test"));
  EXPECT_THAT(Post(other, {authority_.certificate(), "", ""}).error, HasSubstr("127.0.0.1"));
  EXPECT_THAT(expired.Requests(), IsEmpty());
  EXPECT_THAT(other.Requests(), IsEmpty());
}

TEST_F(Tls, AServerThatWantsToSeeACertificate) {
  TestTls tls = Server();
  tls.client_authority = authority_.certificate();
  TestHttpServer server(tls);
  const TestCertificate client = authority_.Issue("DNS:client");
  EXPECT_EQ(Post(server, {authority_.certificate(), client.certificate, client.key}).status, 200);
  EXPECT_EQ(Post(server, {authority_.certificate(), "", ""}).status, 0);
  TestAuthority stranger;
  const TestCertificate unknown = stranger.Issue("DNS:client");
  EXPECT_EQ(Post(server, {authority_.certificate(), unknown.certificate, unknown.key}).status, 0);
  // A key that is not the certificate's.
  EXPECT_EQ(Post(server, {authority_.certificate(), client.certificate, unknown.key}).status, 0);
  EXPECT_EQ(server.Requests().size(), 1u);
}

TEST_F(Tls, AFileThatIsMissingAtFirst) {
  TestHttpServer server(Server());
  HttpClient client(Connecting{{Path("late.pem"), "", ""}, ""});
  const HttpResponse response = client.Post(server.url(), {}, "x", kPatient);
  EXPECT_EQ(response.trouble, Trouble::kConnection);
  EXPECT_EQ(response.error, "the file " + Path("late.pem") +
                                " of OTEL_EXPORTER_OTLP_CERTIFICATE cannot be used: No such file or directory");
  std::filesystem::copy(authority_.certificate(), Path("late.pem"));
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
}

TEST_F(Tls, AnAuthorityThatIsReplaced) {
  TestAuthority second;
  TestHttpServer old_server(Server());
  const TestCertificate made = second.Issue("IP:127.0.0.1");
  TestHttpServer new_server(TestTls{made.certificate, made.key});
  std::filesystem::copy(authority_.certificate(), Path("trusted.pem"));
  HttpClient client(Connecting{{Path("trusted.pem"), "", ""}, ""});
  EXPECT_EQ(client.Post(old_server.url(), {}, "x", kPatient).status, 200);
  EXPECT_EQ(client.Post(new_server.url(), {}, "x", kPatient).status, 0);
  std::filesystem::copy(second.certificate(), Path("trusted.new"));
  std::filesystem::rename(Path("trusted.new"), Path("trusted.pem"));
  EXPECT_EQ(client.Post(new_server.url(), {}, "x", kPatient).status, 200);
  EXPECT_EQ(client.Post(old_server.url(), {}, "x", kPatient).status, 0);
  EXPECT_THAT(lines_, IsEmpty());
}

// PEM in form, and no certificate in it: only the TLS library sees that.
TEST_F(Tls, ABrokenNewFileLeavesTheOldInUse) {
  TestHttpServer server(Server());
  std::filesystem::copy(authority_.certificate(), Path("trusted.pem"));
  HttpClient client(Connecting{{Path("trusted.pem"), "", ""}, ""});
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
  std::ofstream(Path("trusted.pem")) << "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  for (int i = 0; i < 3; ++i) {
    const HttpResponse response = client.Post(server.url(), {}, "x", kPatient);
    EXPECT_EQ(response.status, 200) << response.error;
  }
  EXPECT_THAT(lines_, ElementsAre(HasSubstr("new files for TLS are not used")));
}

TEST_F(Tls, ACertificateAndItsKeyReplacedOneAfterTheOther) {
  TestTls tls = Server();
  tls.client_authority = authority_.certificate();
  TestHttpServer server(tls);
  const TestCertificate first = authority_.Issue("DNS:first");
  const TestCertificate second = authority_.Issue("DNS:second");
  const auto put = [&](const std::string& from, const char* to) {
    std::filesystem::copy(from, Path("new"));
    std::filesystem::rename(Path("new"), Path(to));
  };
  put(first.certificate, "client.pem");
  put(first.key, "client.key");
  HttpClient client(Connecting{{authority_.certificate(), Path("client.pem"), Path("client.key")}, ""});
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
  put(second.certificate, "client.pem");
  const HttpResponse between = client.Post(server.url(), {}, "x", kPatient);
  EXPECT_EQ(between.status, 200) << between.error;
  EXPECT_EQ(lines_.size(), 1u);
  put(second.key, "client.key");
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
  EXPECT_EQ(lines_.size(), 1u);
}

TEST_F(Tls, OverGrpc) {
  const TestTls tls = Server();
  TestGrpcServer server(tls.certificate, tls.key);
  GrpcClient client(Connecting{{authority_.certificate(), "", ""}, ""});
  for (int i = 0; i < 3; ++i) {
    const GrpcResponse response = client.Call(server.url(), "/s/m", {}, "x", kPatient);
    EXPECT_TRUE(response.ok()) << response.error;
  }
  GrpcClient stranger;
  EXPECT_EQ(stranger.Call(server.url(), "/s/m", {}, "x", kPatient).status, GrpcStatus::kUnavailable);
}

}  // namespace
}  // namespace spansmith::transport
