// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What is found on a machine, in a container, in a cluster; and nothing where nothing is.
#include "config/detect.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace spansmith::config {
namespace {

constexpr char kId[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

class Detect : public ::testing::Test {
 protected:
  Detect() : root_(::testing::TempDir() + "/detect." + std::to_string(getpid())) {}
  ~Detect() override { std::filesystem::remove_all(root_); }
  void Put(const std::string& path, const std::string& text) {
    std::filesystem::create_directories(std::filesystem::path(root_ + path).parent_path());
    std::ofstream(root_ + path) << text;
  }
  std::string Get(const char* key) {
    const Attributes found = DetectResource([this](const char* name) { return variables_[name]; }, "prog", root_);
    const AttributeValue* value = FindAttribute(found, key);
    return value == nullptr ? "" : std::get<std::string>(*value);
  }
  const std::string root_;
  std::map<std::string, std::string> variables_;
};

TEST_F(Detect, ABareMachine) {
  EXPECT_EQ(Get("process.executable.name"), "prog");
  EXPECT_EQ(Get("os.type"), "linux");
  EXPECT_NE(Get("host.name"), "");
  EXPECT_EQ(Get("host.id"), "");
  EXPECT_EQ(Get("container.id"), "");
  variables_ = {{"POD_NAME", "stray"}, {"K8S_NODE_NAME", "stray"}};
  EXPECT_EQ(Get("k8s.pod.name"), "");  // no cluster
  EXPECT_EQ(Get("k8s.node.name"), "");
  Put("/etc/machine-id", "0123456789abcdef0123456789abcdef\n");
  EXPECT_EQ(Get("host.id"), "0123456789abcdef0123456789abcdef");
}

TEST_F(Detect, EachProcessIsAnInstance) {
  const std::string id = Get("service.instance.id");
  ASSERT_EQ(id.size(), 36u);
  EXPECT_EQ(id[14], '4');
  EXPECT_NE(std::string("89ab").find(id[19]), std::string::npos);
  EXPECT_NE(Get("service.instance.id"), id);
}

TEST_F(Detect, APod) {
  variables_ = {{"KUBERNETES_SERVICE_HOST", "10.0.0.1"},
                {"HOSTNAME", "operator-7f"},
                {"POD_UID", "uid"},
                {"NODE_NAME", "node-a"},
                {"K8S_CONTAINER_NAME", "manager"}};
  Put("/var/run/secrets/kubernetes.io/serviceaccount/namespace", "operators");
  EXPECT_EQ(Get("k8s.pod.name"), "operator-7f");
  EXPECT_EQ(Get("k8s.pod.uid"), "uid");
  EXPECT_EQ(Get("k8s.namespace.name"), "operators");
  EXPECT_EQ(Get("k8s.node.name"), "node-a");
  EXPECT_EQ(Get("k8s.container.name"), "manager");
  variables_["POD_NAME"] = "by-manifest";
  variables_["POD_NAMESPACE"] = "also";
  EXPECT_EQ(Get("k8s.pod.name"), "by-manifest");
  EXPECT_EQ(Get("k8s.namespace.name"), "also");
}

TEST_F(Detect, TheContainerIsFoundThroughBothFiles) {
  Put("/proc/self/mountinfo",
      "1 2 8:1 /var/lib/docker/containers/" + std::string(kId) + "/hostname /etc/hostname rw - ext4 /dev/sda rw\n");
  Put("/proc/self/cgroup", "0::/\n");
  EXPECT_EQ(Get("container.id"), kId);
}

TEST(ContainerId, InCgroups) {
  const std::string id = kId;
  EXPECT_EQ(ContainerIdInCgroup("12:cpu:/docker/" + id + "\n11:x:/docker/" + id + "\n"), id);
  EXPECT_EQ(ContainerIdInCgroup("1:name=systemd:/kubepods.slice/kubepods-pod1.slice/cri-containerd-" + id + ".scope\n"),
            id);
  EXPECT_EQ(ContainerIdInCgroup("0::/system.slice/kubepods-besteffort:cri-containerd:" + id), id);
  EXPECT_EQ(ContainerIdInCgroup("0::/user.slice/user-0.slice/session-1.scope\n"), "");
  EXPECT_EQ(ContainerIdInCgroup("0::/docker/" + id.substr(1) + "\n"), "");
  EXPECT_EQ(ContainerIdInCgroup("0::/docker/" + id + "0\n"), "");
  EXPECT_EQ(ContainerIdInCgroup("no slash"), "");
  EXPECT_EQ(ContainerIdInCgroup(""), "");
}

TEST(ContainerId, InMountinfo) {
  const std::string id = kId;
  EXPECT_EQ(ContainerIdInMountinfo("1 2 8:1 /x/containers/" + id + "/resolv.conf /etc/resolv.conf rw\n"), "");
  // containerd's is of the pod's sandbox, not of the container.
  EXPECT_EQ(ContainerIdInMountinfo("1 2 8:1 /x/sandboxes/" + id + "/hostname /etc/hostname rw\n"), "");
  EXPECT_EQ(ContainerIdInMountinfo("1 2 8:1 /x/containers/short/hostname /etc/hostname rw\n"), "");
}

}  // namespace
}  // namespace spansmith::config
