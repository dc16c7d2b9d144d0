// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// TLS both ways with certificates made on the spot, and connections that are kept.
#include "samples/kube/http/transport.h"

#include <gtest/gtest.h>
#include <httplib.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <future>
#include <set>
#include <thread>

#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

// Serves until its end: /who answers with the client's port.
class Server {
 public:
  explicit Server(std::unique_ptr<httplib::Server> server) : server_(std::move(server)) {
    server_->Get("/who", [](const httplib::Request& request, httplib::Response& response) {
      response.set_content(std::to_string(request.remote_port), "text/plain");
    });
    server_->Get("/stream", [](const httplib::Request&, httplib::Response& response) {
      response.set_chunked_content_provider("text/plain", [](std::size_t, httplib::DataSink& sink) {
        return sink.write("x\n", 2);  // for ever
      });
    });
    port_ = server_->bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    while (!server_->is_running()) std::this_thread::yield();
  }
  ~Server() {
    server_->stop();
    thread_.join();
  }
  std::string Url(const std::string& scheme, const std::string& path) const {
    return scheme + "://127.0.0.1:" + std::to_string(port_) + path;
  }

 private:
  std::unique_ptr<httplib::Server> server_;
  int port_ = 0;
  std::thread thread_;
};

HttpRequest Get(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return request;
}

TEST(TransportTest, AConnectionIsKept) {
  Server server(std::make_unique<httplib::Server>());
  Transport transport({});
  std::set<std::string> ports;
  for (int i = 0; i < 4; ++i) ports.insert(transport.Send(Get(server.Url("http", "/who"))).body);
  EXPECT_EQ(ports.size(), 1u);
}

TEST(TransportTest, ManyThreadsAskAtOnce) {
  Server server(std::make_unique<httplib::Server>());
  Transport transport({});
  std::vector<std::future<int>> answers;
  for (int i = 0; i < 8; ++i) {
    answers.push_back(std::async(std::launch::async, [&] {
      int good = 0;
      for (int j = 0; j < 20; ++j) good += transport.Send(Get(server.Url("http", "/who"))).status == 200 ? 1 : 0;
      return good;
    }));
  }
  for (std::future<int>& answer : answers) EXPECT_EQ(answer.get(), 20);
}

TEST(TransportTest, AStreamEndsWhenItsReaderHasHadEnough) {
  Server server(std::make_unique<httplib::Server>());
  Transport transport({});
  EXPECT_THROW(transport.Stream(Get(server.Url("http", "/stream")), [](std::string_view) { throw 42; }, {}), int);
  std::stop_source stop;
  EXPECT_THROW(
      transport.Stream(
          Get(server.Url("http", "/stream")), [&](std::string_view) { stop.request_stop(); }, stop.get_token()),
      Cancelled);
  EXPECT_EQ(transport.Stream(Get(server.Url("http", "/none")), [](std::string_view) {}, {}).status, 404);
}

TEST(TransportTest, TheEnvironmentsProxyIsNotUsed) {
  Server server(std::make_unique<httplib::Server>());
  setenv("http_proxy", "http://127.0.0.1:1", 1);
  EXPECT_EQ(Transport({}).Send(Get(server.Url("http", "/who"))).status, 200);
  unsetenv("http_proxy");
}

class TlsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::string name = testing::TempDir() + "tls-XXXXXX";
    folder_ = new std::filesystem::path(mkdtemp(name.data()));
    Run("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.crt");
    Run("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=other -keyout other.key -out other.crt");
    Issue("server", "subjectAltName=IP:127.0.0.1,DNS:localhost");
    Issue("named", "subjectAltName=DNS:kubernetes");
    Issue("client", "extendedKeyUsage=clientAuth");
  }
  static void TearDownTestSuite() {
    std::filesystem::remove_all(*folder_);
    delete folder_;
  }
  static std::string File(const std::string& name) { return (*folder_ / name).string(); }
  static void Run(const std::string& command) {
    ASSERT_EQ(std::system(("cd " + folder_->string() + " && " + command + " >log 2>&1").c_str()), 0) << command;
  }
  static void Issue(const std::string& name, const std::string& extension) {
    Run("openssl req -newkey rsa:2048 -nodes -subj /CN=" + name + " -keyout " + name + ".key -out " + name + ".csr");
    std::ofstream(File(name + ".ext")) << extension << "\n";
    Run("openssl x509 -req -days 2 -in " + name + ".csr -CA ca.crt -CAkey ca.key -CAcreateserial -extfile " + name +
        ".ext -out " + name + ".crt");
  }
  static std::unique_ptr<httplib::Server> Tls(const std::string& name, bool ask_client = false) {
    auto server = std::make_unique<httplib::SSLServer>(File(name + ".crt").c_str(), File(name + ".key").c_str(),
                                                       ask_client ? File("ca.crt").c_str() : nullptr);
    EXPECT_TRUE(server->is_valid());
    return server;
  }
  static int Ask(const Server& server, const TransportOptions& options) {
    return Transport(options).Send(Get(server.Url("https", "/who"))).status;
  }

  static std::filesystem::path* folder_;
};

std::filesystem::path* TlsTest::folder_ = nullptr;

TEST_F(TlsTest, TheServerMustBeWhoItSays) {
  Server server(Tls("server"));
  TransportOptions options;
  EXPECT_THROW(Ask(server, options), TlsError);
  options.authority.file = File("other.crt");
  EXPECT_THROW(Ask(server, options), TlsError);
  options.authority.file = File("ca.crt");
  EXPECT_EQ(Ask(server, options), 200);
  options = {};
  options.insecure = true;
  EXPECT_EQ(Ask(server, options), 200);
}

TEST_F(TlsTest, AnotherNameIsAskedForIfTheOptionsSaySo) {
  Server server(Tls("named"));
  TransportOptions options;
  options.authority.file = File("ca.crt");
  EXPECT_THROW(Ask(server, options), TlsError);
  options.server_name = "kubernetes";
  EXPECT_EQ(Ask(server, options), 200);
}

TEST_F(TlsTest, AClientCertificateIsShown) {
  Server server(Tls("server", true));
  TransportOptions options;
  options.authority.file = File("ca.crt");
  EXPECT_THROW(Ask(server, options), ConnectionError);
  options.certificate.file = File("client.crt");
  options.key.file = File("client.key");
  EXPECT_EQ(Ask(server, options), 200);
  options.key.file = File("other.key");
  EXPECT_THROW(Ask(server, options), TlsError);
  options.key.file = File("absent.key");
  EXPECT_THROW(Ask(server, options), ConfigError);
}

}  // namespace
}  // namespace kube
