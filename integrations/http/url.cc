// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See url.h and spansmith/http.h.
#include "url.h"

#include <spansmith/http.h>

#include <algorithm>
#include <charconv>

namespace spansmith {
namespace http {
namespace {

// Of the semantic conventions (url.full, url.query), and names by which tokens and passwords usually go.
constexpr std::string_view kSecrets[] = {
    "awsaccesskeyid",
    "signature",
    "sig",
    "x-goog-signature",
    "x-amz-signature",
    "x-amz-credential",
    "access_token",
    "refresh_token",
    "id_token",
    "x-amz-security-token",
    "token",
    "api_key",
    "apikey",
    "api-key",
    "client_secret",
    "secret",
    "password",
    "passwd",
    "pwd",
    "auth",
};

bool IsSecret(std::string_view name) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::any_of(std::begin(kSecrets), std::end(kSecrets), [&](std::string_view secret) {
    return secret.size() == name.size() &&
           std::equal(name.begin(), name.end(), secret.begin(), [&](char a, char b) { return lower(a) == b; });
  });
}

// Where the authority begins and ends; equal: there is none.
struct Authority {
  std::size_t begin = 0, end = 0;
};
Authority AuthorityOf(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes == url.npos || url.find_first_of("/?#") < slashes) return {};
  const std::size_t begin = slashes + 3;
  return {begin, std::min(url.find_first_of("/?#", begin), url.size())};
}

}  // namespace

HostAndPort Split(std::string_view text) {
  HostAndPort parts;
  std::size_t end = 0;
  if (!text.empty() && text.front() == '[') {
    end = text.find(']');
    if (end == text.npos) return {text, 0};
    parts.host = text.substr(1, end - 1);
    ++end;
  } else {
    end = std::min(text.rfind(':'), text.size());
    parts.host = text.substr(0, end);
  }
  if (end < text.size() && text[end] == ':') {
    const char* const last = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + end + 1, last, parts.port);
    if (error != std::errc() || stop != last || parts.port < 0 || parts.port > 65535) parts.port = 0;
  }
  return parts;
}

Url PartsOf(std::string_view url) {
  Url parts;
  const Authority where = AuthorityOf(url);
  if (where.begin == 0) return parts;
  parts.scheme = url.substr(0, where.begin - 3);
  std::string_view authority = url.substr(where.begin, where.end - where.begin);
  const std::size_t at = authority.rfind('@');
  if (at != authority.npos) authority.remove_prefix(at + 1);
  const HostAndPort host = Split(authority);
  parts.host = host.host;
  parts.port = host.port != 0 ? host.port : parts.scheme == "http" ? 80 : parts.scheme == "https" ? 443 : 0;
  return parts;
}

}  // namespace http

std::string RedactedQuery(std::string_view query) {
  std::string text;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    const std::size_t equals = one.find('=');
    if (equals != one.npos && http::IsSecret(one.substr(0, equals))) {
      text.append(one.substr(0, equals + 1)).append("REDACTED");
    } else {
      text.append(one);
    }
    if (end < query.size()) text += '&';
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return text;
}

std::string RedactedUrl(std::string_view url) {
  std::string text;
  const http::Authority where = http::AuthorityOf(url);
  const std::size_t at = url.substr(where.begin, where.end - where.begin).rfind('@');
  if (at != url.npos) {
    const bool password = url.substr(where.begin, at).find(':') != url.npos;
    text.append(url.substr(0, where.begin)).append(password ? "REDACTED:REDACTED" : "REDACTED");
    url.remove_prefix(where.begin + at);
  }
  const std::size_t question = std::min(url.find('?'), url.size());
  text.append(url.substr(0, question));
  if (question == url.size()) return text;
  const std::size_t fragment = std::min(url.find('#', question), url.size());
  text.append("?").append(RedactedQuery(url.substr(question + 1, fragment - question - 1)));
  return text.append(url.substr(fragment));
}

}  // namespace spansmith
