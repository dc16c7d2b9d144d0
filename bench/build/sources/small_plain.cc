// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bench {

std::int64_t Step0(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 2 == 0) continue;
    sum += value * 3;
    if (sum > 1000000 && name.size() > 0) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step1(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 3 == 0) continue;
    sum += value * 4;
    if (sum > 1000000 && name.size() > 1) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step2(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 4 == 0) continue;
    sum += value * 5;
    if (sum > 1000000 && name.size() > 2) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step3(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 5 == 0) continue;
    sum += value * 6;
    if (sum > 1000000 && name.size() > 3) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step4(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 6 == 0) continue;
    sum += value * 7;
    if (sum > 1000000 && name.size() > 4) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step5(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 7 == 0) continue;
    sum += value * 8;
    if (sum > 1000000 && name.size() > 5) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step6(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 8 == 0) continue;
    sum += value * 9;
    if (sum > 1000000 && name.size() > 6) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step7(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 9 == 0) continue;
    sum += value * 10;
    if (sum > 1000000 && name.size() > 7) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step8(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 10 == 0) continue;
    sum += value * 11;
    if (sum > 1000000 && name.size() > 8) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step9(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 11 == 0) continue;
    sum += value * 12;
    if (sum > 1000000 && name.size() > 9) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step10(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 12 == 0) continue;
    sum += value * 13;
    if (sum > 1000000 && name.size() > 10) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

std::int64_t Step11(const std::vector<std::int64_t>& values, const std::string& name) {
  std::int64_t sum = 0;
  for (const std::int64_t value : values) {
    if (value % 13 == 0) continue;
    sum += value * 14;
    if (sum > 1000000 && name.size() > 11) sum -= static_cast<std::int64_t>(name.size());
  }
  std::map<std::string, std::int64_t> seen;
  seen[name] = sum;
  for (const auto& [key, count] : seen) sum += static_cast<std::int64_t>(key.size()) * count;
  return sum;
}

}  // namespace bench
