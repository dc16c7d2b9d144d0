// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See detect.h.
#include "config/detect.h"

#include <sys/random.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>
#include <initializer_list>
#include <iterator>

#include "config/values.h"

namespace spansmith::config {
namespace {

constexpr std::size_t kMaxFile = 1 << 20;
constexpr std::size_t kIdDigits = 64;

// The file's text, within bounds; "" if it cannot be read.
std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  char part[4096];  // most files are smaller: a buffer for the largest would stay in the heap
  while (text.size() < kMaxFile && (file.read(part, sizeof part), file.gcount() > 0)) {
    text.append(part, static_cast<std::size_t>(file.gcount()));
  }
  return text;
}

void AddIf(Attributes& attributes, const char* key, std::string value) {
  if (!value.empty()) attributes.push_back({key, std::move(value)});
}

std::string First(const Environment& environment, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    std::string value = environment(name);
    if (!value.empty()) return value;
  }
  return "";
}

// RFC 9562, section 5.4; "" if the kernel gives no random bytes.
std::string NewUuid() {
  unsigned char bytes[16];
  if (getrandom(bytes, sizeof bytes, GRND_NONBLOCK) != static_cast<ssize_t>(sizeof bytes)) return "";
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  std::string text;
  for (int i = 0; i < 16; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += "0123456789abcdef"[bytes[i] >> 4];
    text += "0123456789abcdef"[bytes[i] & 15];
  }
  return text;
}

// host.arch has names of its own.
std::string ArchOf(std::string_view machine) {
  if (machine == "x86_64") return "amd64";
  if (machine == "aarch64") return "arm64";
  if (machine == "i686" || machine == "i386") return "x86";
  return std::string(machine);
}

std::string IdAt(std::string_view text) {
  const std::string_view id = text.substr(0, kIdDigits);
  const bool whole = id.size() == kIdDigits && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  return whole ? std::string(id) : std::string();
}

template <typename Take>
std::string FirstOfLines(std::string_view text, Take&& take) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string found = take(text.substr(0, end));
    if (!found.empty() || end == std::string_view::npos) return found;
    text.remove_prefix(end + 1);
  }
  return "";
}

}  // namespace

std::string ContainerIdInCgroup(std::string_view text) {
  return FirstOfLines(text, [](std::string_view line) -> std::string {
    std::string_view last = line.substr(line.rfind('/') + 1);
    if (last.ends_with(".scope")) last.remove_suffix(6);
    last = last.substr(last.find_last_of("-:") + 1);
    return last.size() == kIdDigits ? IdAt(last) : "";
  });
}

std::string ContainerIdInMountinfo(std::string_view text) {
  return FirstOfLines(text, [](std::string_view line) -> std::string {
    constexpr std::string_view kFolder = "/containers/";
    const std::size_t at = line.find(kFolder);
    if (at == std::string_view::npos || line.find(" /etc/hostname ") == std::string_view::npos) return "";
    return IdAt(line.substr(at + kFolder.size()));
  });
}

Attributes DetectResource(const Environment& environment, const std::string& binary, const std::string& root) {
  Attributes found;
  AddIf(found, "service.instance.id", NewUuid());
  AddIf(found, "process.executable.name", binary);
  char path[4096];
  const ssize_t size = readlink((root + "/proc/self/exe").c_str(), path, sizeof path);
  AddIf(found, "process.executable.path", size > 0 ? std::string(path, static_cast<std::size_t>(size)) : "");
  utsname host;
  if (uname(&host) == 0) {
    AddIf(found, "host.name", host.nodename);
    AddIf(found, "host.arch", ArchOf(host.machine));
  }
  AddIf(found, "host.id", std::string(Trim(TextOf(root + "/etc/machine-id").substr(0, 33))));
  found.push_back({"os.type", std::string("linux")});
  std::string container = ContainerIdInCgroup(TextOf(root + "/proc/self/cgroup"));
  if (container.empty()) container = ContainerIdInMountinfo(TextOf(root + "/proc/self/mountinfo"));
  AddIf(found, "container.id", std::move(container));
  if (environment("KUBERNETES_SERVICE_HOST").empty()) return found;
  AddIf(found, "k8s.pod.name", First(environment, {"K8S_POD_NAME", "POD_NAME", "HOSTNAME"}));
  AddIf(found, "k8s.pod.uid", First(environment, {"K8S_POD_UID", "POD_UID"}));
  std::string name_space = First(environment, {"K8S_NAMESPACE_NAME", "POD_NAMESPACE"});
  if (name_space.empty()) {
    name_space = Trim(TextOf(root + "/var/run/secrets/kubernetes.io/serviceaccount/namespace"));
  }
  AddIf(found, "k8s.namespace.name", std::move(name_space));
  AddIf(found, "k8s.node.name", First(environment, {"K8S_NODE_NAME", "NODE_NAME"}));
  AddIf(found, "k8s.container.name", First(environment, {"K8S_CONTAINER_NAME", "CONTAINER_NAME"}));
  return found;
}

}  // namespace spansmith::config
