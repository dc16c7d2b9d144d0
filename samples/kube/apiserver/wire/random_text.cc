// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// One generator a thread, seeded by the system.
#include "samples/kube/apiserver/wire/random_text.h"

#include <random>
#include <string_view>

namespace kube::apiserver {
namespace {

std::mt19937_64& Generator() {
  thread_local std::mt19937_64 generator{(std::uint64_t{std::random_device{}()} << 32) ^ std::random_device{}()};
  return generator;
}

}  // namespace

unsigned RandomBelow(unsigned end) { return std::uniform_int_distribution<unsigned>(0, end - 1)(Generator()); }

std::string NewUid() {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string uid = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
  for (char& c : uid) {
    if (c == 'x') c = kHex[RandomBelow(16)];
    if (c == 'y') c = kHex[8 + RandomBelow(4)];
  }
  return uid;
}

std::string NameTail() {
  constexpr std::string_view kLetters = "bcdfghjklmnpqrstvwxz2456789";
  std::string tail;
  for (int i = 0; i < 5; ++i) tail += kLetters[RandomBelow(static_cast<unsigned>(kLetters.size()))];
  return tail;
}

}  // namespace kube::apiserver
