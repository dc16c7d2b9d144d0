// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A file that cannot be read later on keeps the token that was read last: the server decides.
#include "samples/kube/client/credentials.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "samples/kube/config/base64.h"
#include "samples/kube/errors/errors.h"

namespace kube {
namespace {

constexpr std::chrono::minutes kReadEvery{1};

std::string Trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

Credentials::Credentials(const ClusterConfig& config) : file_(config.token_file) {
  if (!file_.empty()) {
    if (!Read()) {
      throw ConfigError(file_ +
                        ": the token cannot be read. To do: see that the file is there, is readable and not empty.");
    }
  } else if (!config.token.empty()) {
    header_ = "Bearer " + Trimmed(config.token);
  } else if (!config.user.empty()) {
    header_ = "Basic " + Base64Encode(config.user + ":" + config.password);
  }
}

bool Credentials::Read() {
  read_at_ = std::chrono::steady_clock::now();
  std::ifstream in(file_, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  const std::string token = Trimmed(text.str());
  if (token.empty() || token.find_first_of("\r\n") != std::string::npos) return false;
  header_ = "Bearer " + token;
  return true;
}

std::string Credentials::Header() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (!file_.empty() && std::chrono::steady_clock::now() - read_at_ > kReadEvery) Read();
  return header_;
}

bool Credentials::Renew() {
  if (file_.empty()) return false;
  const std::lock_guard<std::mutex> lock(mutex_);
  const std::string before = header_;
  return Read() && header_ != before;
}

}  // namespace kube
