// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every mistake is named with its file and its place.
#include "samples/kube/config/cluster_config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "samples/kube/config/base64.h"
#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kPem = "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n";

class ClusterConfigTest : public testing::Test {
 protected:
  ClusterConfigTest() {
    std::string name = testing::TempDir() + "kubeconfig-XXXXXX";
    folder_ = mkdtemp(name.data());
  }
  ~ClusterConfigTest() override { std::filesystem::remove_all(folder_); }

  std::string Write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }
  // A whole kubeconfig with these lines in its cluster and its user.
  std::string Config(const std::string& cluster, const std::string& user) const {
    return Write("config",
                 "apiVersion: v1\nkind: Config\ncurrent-context: here\n"
                 "contexts:\n- name: here\n  context: {cluster: c, user: u, namespace: team}\n"
                 "- name: lost\n  context: {cluster: nowhere, user: u}\n"
                 "clusters:\n- name: c\n  cluster: {" +
                     cluster +
                     "}\n"
                     "users:\n- name: u\n  user: {" +
                     user + "}\n");
  }
  static std::string ErrorOf(const std::string& file, const std::string& context = "") {
    try {
      LoadKubeconfig(file, context);
    } catch (const ConfigError& error) {
      EXPECT_THAT(error.what(), HasSubstr(file));
      return error.what();
    }
    return "no error";
  }

  std::filesystem::path folder_;
};

TEST_F(ClusterConfigTest, CertificatesComeFromDataAndFromFilesBesideTheKubeconfig) {
  Write("user.crt", kPem);
  Write("user.key", kPem);
  const ClusterConfig config = LoadKubeconfig(Config(
      "server: 'https://[::1]:6443', tls-server-name: kubernetes, certificate-authority-data: " + Base64Encode(kPem),
      "client-certificate: user.crt, client-key: " + (folder_ / "user.key").string()));
  EXPECT_EQ(config.server, "https://[::1]:6443");
  EXPECT_EQ(config.ns, "team");
  EXPECT_EQ(config.transport.authority.text, kPem);
  EXPECT_EQ(config.transport.certificate.file, (folder_ / "user.crt").string());
  EXPECT_EQ(config.transport.key.file, (folder_ / "user.key").string());
  EXPECT_EQ(config.transport.server_name, "kubernetes");
}

TEST_F(ClusterConfigTest, TokensAndPasswords) {
  EXPECT_EQ(LoadKubeconfig(Config("server: http://h", "token: abc")).token, "abc");
  Write("token", "abc\n");
  EXPECT_EQ(LoadKubeconfig(Config("server: http://h", "tokenFile: token")).token_file, (folder_ / "token").string());
  const ClusterConfig basic = LoadKubeconfig(Config("server: http://h", "username: u, password: p"));
  EXPECT_EQ(basic.user + ":" + basic.password, "u:p");
}

TEST_F(ClusterConfigTest, MistakesAreNamed) {
  EXPECT_THAT(ErrorOf((folder_ / "absent").string()), HasSubstr("cannot be read"));
  EXPECT_THAT(ErrorOf(folder_.string()), HasSubstr("cannot be read"));
  EXPECT_THAT(ErrorOf(Write("a", "a: [1\nb: 2\n")), AllOf(HasSubstr("line 2"), HasSubstr("no YAML")));
  EXPECT_THAT(ErrorOf(Write("a", "")), HasSubstr("expected a kubeconfig"));
  EXPECT_THAT(ErrorOf(Write("a", "- 1\n")), HasSubstr("expected a kubeconfig"));
  EXPECT_THAT(ErrorOf(Write("a", "kind: Pod\n")), HasSubstr("expected Config, got Pod"));
  EXPECT_THAT(ErrorOf(Write("a", "kind: Config\n")), HasSubstr("current-context: it is not set"));
  EXPECT_THAT(ErrorOf(Write("a", "current-context: x\ncontexts: 5\n")), HasSubstr("line 2: contexts: expected a list"));
  const std::string good = Config("server: http://h", "token: t");
  EXPECT_THAT(ErrorOf(good, "elsewhere"),
              AllOf(HasSubstr("there is no context \"elsewhere\""), HasSubstr("here, lost")));
  EXPECT_THAT(ErrorOf(good, "lost"), HasSubstr("there is no cluster \"nowhere\""));
  EXPECT_THAT(ErrorOf(Config("", "token: t")), HasSubstr("clusters[c].cluster.server: it is not set"));
  EXPECT_THAT(ErrorOf(Config("server: [1]", "token: t")), HasSubstr("server: expected a text"));
  EXPECT_THAT(ErrorOf(Config("server: http://h, insecure-skip-tls-verify: 7", "")),
              HasSubstr("expected true or false, got 7"));
}

TEST_F(ClusterConfigTest, BadCredentialsAreNamed) {
  const std::string cluster = "server: https://h";
  EXPECT_THAT(ErrorOf(Config(cluster + ", certificate-authority: ca.crt", "")),
              AllOf(HasSubstr("clusters[c].cluster.certificate-authority"), HasSubstr((folder_ / "ca.crt").string())));
  EXPECT_THAT(ErrorOf(Config(cluster + ", certificate-authority-data: '*?'", "")),
              HasSubstr("clusters[c].cluster.certificate-authority-data: it is no Base64"));
  EXPECT_THAT(ErrorOf(Config(cluster + ", certificate-authority-data: aGVsbG8=", "")), HasSubstr("no PEM"));
  EXPECT_THAT(ErrorOf(Config(cluster, "client-certificate-data: " + Base64Encode(kPem))),
              HasSubstr("users[u].user.client-key: it is missing"));
  EXPECT_THAT(ErrorOf(Config(cluster, "tokenFile: absent")), HasSubstr("users[u].user.tokenFile"));
  EXPECT_THAT(ErrorOf(Config(cluster, "exec: {command: aws}")),
              AllOf(HasSubstr("users[u].user.exec"), HasSubstr("credential plugins are not run")));
  EXPECT_THAT(ErrorOf(Config(cluster, "auth-provider: {name: gcp}")), HasSubstr("users[u].user.auth-provider"));
}

TEST_F(ClusterConfigTest, APodFindsItsServiceAccount) {
  std::map<std::string, std::string> variables{{"KUBERNETES_SERVICE_HOST", "fd00::1"},
                                               {"KUBERNETES_SERVICE_PORT", "443"}};
  const Environment environment = [&](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
  try {
    LoadInCluster(environment, folder_);
    ADD_FAILURE() << "no token, no error";
  } catch (const ConfigError& error) {
    EXPECT_THAT(error.what(), HasSubstr((folder_ / "token").string()));
  }
  Write("token", "abc");
  Write("ca.crt", kPem);
  Write("namespace", "operators");
  const ClusterConfig config = LoadInCluster(environment, folder_);
  EXPECT_EQ(config.server, "https://[fd00::1]:443");
  EXPECT_EQ(config.ns, "operators");
  EXPECT_EQ(config.token_file, (folder_ / "token").string());

  variables = {{"KUBECONFIG", Config("server: http://h", "token: t")}};
  EXPECT_EQ(LoadClusterConfig("", "", environment).server, "http://h");
  variables = {{"HOME", folder_.string()}};
  EXPECT_THROW(LoadClusterConfig("", "", environment), ConfigError);
  EXPECT_THROW(LoadInCluster(environment, folder_), ConfigError);
}

TEST(Base64Test, TakesWhatIsBase64AndNothingElse) {
  for (const std::string& text : {std::string(), std::string("a"), std::string("ab"), std::string("abc\0d", 5)}) {
    EXPECT_EQ(Base64Decode(Base64Encode(text)), text);
  }
  EXPECT_EQ(Base64Decode("YW\nJj\n"), "abc");
  for (const char* wrong : {"YWJ", "Y=Jj", "YWJj=", "====", "YW-j", "YWI= YWI="}) {
    EXPECT_EQ(Base64Decode(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace kube
