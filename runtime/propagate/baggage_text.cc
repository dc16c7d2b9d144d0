// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See baggage_text.h.
#include "propagate/baggage_text.h"

#include <algorithm>

#include "config/values.h"
#include "drain/utf8.h"

namespace spansmith::propagate {
namespace {

// 3.3.1: printable ASCII but for the quotation mark, comma, semicolon and backslash.
bool IsBaggageOctet(char c) { return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\'; }

// RFC 9110, 5.6.3: OWS is blanks and tabs.
std::string_view TrimOws(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view Cut(std::string_view& rest, char separator) {
  const std::size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

// 3.3.1.3: what is not UTF-8 becomes U+FFFD. A percent sign that encodes nothing stands for itself.
std::string DecodeValue(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && text.size() - i > 2 && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
      decoded += static_cast<char>(digit(text[i + 1]) << 4 | digit(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i];
    }
  }
  return drain::ValidUtf8(decoded);
}

std::optional<Baggage::Member> ParseMember(std::string_view text) {
  std::string_view pair = Cut(text, ';');
  if (pair.find('=') == std::string_view::npos) return std::nullopt;
  const std::string_view key = TrimOws(Cut(pair, '='));
  const std::string_view value = TrimOws(pair);  // it may hold further '='
  if (!IsToken(key) || !std::all_of(value.begin(), value.end(), IsBaggageOctet)) return std::nullopt;
  std::optional<std::string> properties = NormalProperties(text);
  if (!properties) return std::nullopt;
  return Baggage::Member{std::string(key), DecodeValue(value), *std::move(properties)};
}

}  // namespace

bool IsToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

std::optional<std::string> NormalProperties(std::string_view text) {
  std::string normal;
  while (!text.empty()) {
    std::string_view property = TrimOws(Cut(text, ';'));
    if (property.empty()) continue;
    const bool has_value = property.find('=') != std::string_view::npos;
    const std::string_view key = TrimOws(Cut(property, '='));
    const std::string_view value = TrimOws(property);
    if (!IsToken(key) || !std::all_of(value.begin(), value.end(), IsBaggageOctet)) return std::nullopt;
    normal.append(normal.empty() ? "" : ";").append(key);
    if (has_value) normal.append("=").append(value);
  }
  return normal;
}

std::string EncodeValue(std::string_view value) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : value) {
    if (IsBaggageOctet(c) && c != '%') {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded.append(1, '%').append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    }
  }
  return encoded;
}

std::size_t SizeInHeader(const Baggage::Member& member) {
  std::size_t value = 0;
  for (const char c : member.value) value += IsBaggageOctet(c) && c != '%' ? 1 : 3;
  return member.key.size() + 1 + value + (member.properties.empty() ? 0 : 1 + member.properties.size());
}

BaggageMembers ParseBaggage(std::string_view header, std::size_t* left_out) {
  BaggageMembers members;
  std::size_t size = 0;
  while (!header.empty()) {
    const std::string_view text = TrimOws(Cut(header, ','));
    if (text.empty()) continue;  // RFC 9110, 5.6.1: empty elements of a list are ignored
    std::optional<Baggage::Member> member = ParseMember(text);
    if (!member) {
      ++*left_out;
      continue;
    }
    const auto same = std::find_if(members.begin(), members.end(), [&](const auto& m) { return m.key == member->key; });
    const bool known = same != members.end();
    const std::size_t before = known ? SizeInHeader(*same) : 0;
    const std::size_t more = SizeInHeader(*member) + (known || members.empty() ? 0 : 1);
    if ((!known && members.size() == Baggage::kMaxMembers) || size - before + more > Baggage::kMaxBytes) {
      ++*left_out;
      continue;
    }
    size += more - before;
    if (known) {
      *same = *std::move(member);
    } else {
      members.push_back(*std::move(member));
    }
  }
  return members;
}

std::string BaggageText(const BaggageMembers& members) {
  std::string text;
  for (const Baggage::Member& member : members) {
    text.append(text.empty() ? "" : ",").append(member.key).append("=").append(EncodeValue(member.value));
    if (!member.properties.empty()) text.append(";").append(member.properties);
  }
  return text;
}

}  // namespace spansmith::propagate
