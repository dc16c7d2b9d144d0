// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See collector.h.
#include "collector.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace spansmith::e2e {
namespace {

using nlohmann::json;

constexpr std::pair<Door, const char*> kDoors[] = {{Door::kPlain, "plain"},    {Door::kTls, "tls"},
                                                   {Door::kMutualTls, "mtls"}, {Door::kBearer, "bearer"},
                                                   {Door::kBasic, "basic"},    {Door::kSmall, "small"}};

// All at once, so that they differ.
std::vector<int> FreePorts(std::size_t count) {
  std::vector<int> sockets;
  std::vector<int> ports;
  for (std::size_t i = 0; i < count; ++i) {
    const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(probe, reinterpret_cast<sockaddr*>(&address), size), 0);
    getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    sockets.push_back(probe);
    ports.push_back(ntohs(address.sin_port));
  }
  for (const int probe : sockets) close(probe);
  return ports;
}

std::string More(Door door, bool grpc, const std::string& folder) {
  const std::string tls = ", tls: {cert_file: " + folder + "/server.pem, key_file: " + folder + "/server.key";
  switch (door) {
    case Door::kPlain:
      return "";
    case Door::kTls:
      return tls + "}";
    case Door::kMutualTls:
      return tls + ", client_ca_file: " + folder + "/authority.pem}";
    case Door::kBearer:
      return ", auth: {authenticator: bearertokenauth}";
    case Door::kBasic:
      return ", auth: {authenticator: basicauth}";
    case Door::kSmall:
      return grpc ? "" : ", max_request_body_size: 2000";
  }
  return "";
}

std::string TextOr(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? "" : found->is_string() ? found->get<std::string>() : found->dump();
}

std::map<std::string, std::string> AttributesOf(const json& object) {
  std::map<std::string, std::string> attributes;
  for (const json& one : object.value("attributes", json::array())) {
    const json& value = one.at("value");
    attributes[one.at("key")] = value.empty() ? "" : value.begin()->dump();
  }
  return attributes;
}

StoredSpan Read(const json& span, const std::string& scope) {
  StoredSpan stored;
  stored.trace_id = TextOr(span, "traceId");
  stored.span_id = TextOr(span, "spanId");
  stored.parent_id = TextOr(span, "parentSpanId");
  stored.scope = scope;
  stored.name = TextOr(span, "name");
  stored.status = span.value("status", json::object()).value("code", 0);
  stored.attributes = AttributesOf(span);
  for (const json& event : span.value("events", json::array())) stored.events.push_back(TextOr(event, "name"));
  return stored;
}

}  // namespace

std::string Collector::Program() {
  const char* const cache = std::getenv("SPANSMITH_E2E_CACHE");
  const char* const home = std::getenv("HOME");
  const std::string folder = cache != nullptr  ? cache
                             : home != nullptr ? std::string(home) + "/.cache/spansmith-e2e"
                                               : "";
  const std::string program = folder + "/bin/collector";
  return access(program.c_str(), X_OK) == 0 ? program : "";
}

Collector::Collector(const std::string& folder) : folder_(folder) {
  const std::vector<int> ports = FreePorts(2 * std::size(kDoors));
  auto port = ports.begin();
  for (const auto& [door, name] : kDoors) {
    for (const bool grpc : {false, true}) ports_[{door, grpc}] = *port++;
  }
  RenewCertificates();
  WriteConfig();
}

void Collector::RenewCertificates() {
  authority_ = std::make_unique<transport::TestAuthority>();
  server_ = authority_->Issue("IP:127.0.0.1");
  client_ = authority_->Issue("DNS:client");
  const auto copy = [this](const std::string& from, const char* name) {
    // By a rename, as whoever rotates certificates does: never half a file.
    const std::string target = folder_ + '/' + name;
    std::filesystem::copy_file(from, target + ".new", std::filesystem::copy_options::overwrite_existing);
    std::filesystem::rename(target + ".new", target);
    return target;
  };
  copy(authority_->certificate(), "authority.pem");
  copy(server_.certificate, "server.pem");
  copy(server_.key, "server.key");
  client_ = {copy(client_.certificate, "client.pem"), copy(client_.key, "client.key")};
}

void Collector::WriteConfig() const {
  std::ostringstream text;
  std::string names;
  text << "receivers:\n";
  for (const auto& [door, name] : kDoors) {
    text << "  otlp/" << name << ":\n    protocols:\n";
    for (const bool grpc : {false, true}) {
      text << "      " << (grpc ? "grpc" : "http") << ": {endpoint: '127.0.0.1:" << ports_.at({door, grpc}) << "'"
           << More(door, grpc, folder_) << "}\n";
    }
    names += std::string("otlp/") + name + ", ";
  }
  text << "  otlp/socket:\n    protocols:\n"
       << "      http: {transport: unix, endpoint: " << folder_ << "/http.sock}\n"
       << "      grpc: {transport: unix, endpoint: " << folder_ << "/grpc.sock}\n"
       << "extensions:\n  basicauth: {htpasswd: {inline: '" << kUser << ":" << kPassword << "'}}\n"
       << "  bearertokenauth: {scheme: Bearer, token: " << kToken << "}\n"
       << "exporters:\n  file: {path: " << folder_ << "/spans.jsonl, append: true, flush_interval: 50ms}\n"
       << "service:\n  extensions: [basicauth, bearertokenauth]\n  telemetry: {metrics: {level: none}}\n"
       << "  pipelines:\n    traces: {receivers: [" << names << "otlp/socket], exporters: [file]}\n";
  std::ofstream(folder_ + "/collector.yaml") << text.str();
}

void Collector::Start() {
  for (const char* socket : {"/http.sock", "/grpc.sock"}) std::filesystem::remove(folder_ + socket);
  process_ = std::make_unique<Process>(std::vector<std::string>{Program(), "--config", folder_ + "/collector.yaml"},
                                       Process::Environment{}, folder_, "collector" + std::to_string(++starts_));
  ASSERT_TRUE(WaitUntil("the Collector is ready", [this] {
    return !process_->Runs() || process_->Err().find("Everything is ready") != std::string::npos;
  }));
  ASSERT_TRUE(process_->Runs()) << process_->Err();
}

void Collector::Stop() {
  process_->Signal(SIGTERM);
  EXPECT_EQ(process_->Wait(), 0) << process_->Err();
  process_.reset();
}

void Collector::Pause() const { process_->Signal(SIGSTOP); }
void Collector::Resume() const { process_->Signal(SIGCONT); }

std::string Collector::Url(Door door, bool grpc) const {
  const bool secure = door == Door::kTls || door == Door::kMutualTls;
  return (secure ? "https://127.0.0.1:" : "http://127.0.0.1:") + std::to_string(ports_.at({door, grpc}));
}

std::string Collector::UnixUrl(bool grpc) const { return "unix:" + folder_ + (grpc ? "/grpc.sock" : "/http.sock"); }

std::vector<StoredSpan> Collector::Spans(const std::string& service) const {
  std::vector<StoredSpan> spans;
  std::istringstream lines(TextOf(folder_ + "/spans.jsonl"));
  for (std::string line; std::getline(lines, line) && !lines.eof();) {  // what has no end yet is being written
    const json read = json::parse(line);
    for (const json& resource : read.at("resourceSpans")) {
      if (AttributesOf(resource.at("resource"))["service.name"] != json(service).dump()) continue;
      for (const json& scope : resource.at("scopeSpans")) {
        const std::string name = TextOr(scope.value("scope", json::object()), "name");
        for (const json& span : scope.at("spans")) spans.push_back(Read(span, name));
      }
    }
  }
  return spans;
}

}  // namespace spansmith::e2e
