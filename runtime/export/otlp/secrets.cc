// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See secrets.h.
#include "export/otlp/secrets.h"

#include <algorithm>

#include "drain/utf8.h"
#include "transport/base64.h"

namespace spansmith::exporter {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongestText = 200;
constexpr std::size_t kLongestRead = 4096;

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 && HexDigit(text[i + 2]) >= 0;
    decoded += escaped ? static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2])) : text[i];
    if (escaped) i += 2;
  }
  return decoded;
}

}  // namespace

Secrets::Secrets(const transport::Headers& headers, std::string_view url) {
  for (const auto& [name, value] : headers) {
    Add(value);
    // `Bearer hunter2`, `Basic dXNlcjpodW50ZXIy`: without the scheme too.
    const std::size_t space = value.find(' ');
    if (space == std::string::npos) continue;
    Add(std::string_view(value).substr(space + 1));
    if (const auto plain = transport::DecodeBase64(std::string_view(value).substr(space + 1))) {
      const std::size_t colon = plain->find(':');
      if (colon != std::string::npos) Add(std::string_view(*plain).substr(colon + 1));
    }
  }
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  const std::size_t at = url.rfind('@');
  if (at != std::string_view::npos) {
    const std::string_view user = url.substr(0, at);
    const std::string plain = PercentDecoded(user);
    Add(user);
    Add(plain);
    Add(transport::EncodeBase64(plain));
    for (const std::string_view text : {user, std::string_view(plain)}) {
      const std::size_t colon = text.find(':');
      if (colon != std::string_view::npos) Add(text.substr(colon + 1));
    }
  }
  std::sort(secrets_.begin(), secrets_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

void Secrets::Add(std::string_view secret) {
  if (secret.size() >= kShortest) secrets_.emplace_back(secret);
}

std::string Secrets::Readable(std::string_view text) const {
  // Cut before the search, at a length that bounds its work, and after it, so that no secret is cut in two and stays.
  std::string out(text.substr(0, kLongestRead));
  for (const std::string& secret : secrets_) {
    for (std::size_t at = out.find(secret); at != std::string::npos; at = out.find(secret, at + 3)) {
      out.replace(at, secret.size(), "***");
    }
  }
  if (out.size() > kLongestText) {
    std::size_t end = kLongestText;
    while (end != 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;  // not within a character
    out = out.substr(0, end) + "...";
  }
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return drain::ValidUtf8(out);
}

}  // namespace spansmith::exporter
