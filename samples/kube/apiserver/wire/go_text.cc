// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Quoting, strconv's and base64's complaints.
#include "samples/kube/apiserver/wire/go_text.h"

#include <openssl/evp.h>

#include <cstdio>

namespace kube::apiserver {

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\a':
        out += "\\a";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\v':
        out += "\\v";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char hex[5];
          std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
          out += hex;
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string ValueText(const Json& value) {
  return value.is_string() ? Quoted(value.get<std::string>())
                           : value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string GoValue(const Json& value) {
  if (value.is_null()) return "<nil>";
  if (value.is_string()) return TextOf(value);
  if (value.is_array()) {
    std::vector<std::string> parts;
    for (const Json& item : value) parts.push_back(GoValue(item));
    return "[" + Join(parts, " ") + "]";
  }
  if (!value.is_object()) return value.dump();
  std::vector<std::string> parts;
  for (const auto& [key, item] : value.items()) parts.push_back(key + ":" + GoValue(item));
  return "map[" + Join(parts, " ") + "]";
}

std::string GoTypeOf(const Json& value) {
  if (value.is_object()) return "map[string]interface {}";
  if (value.is_array()) return "[]interface {}";
  if (value.is_string()) return "string";
  if (value.is_boolean()) return "bool";
  return value.is_number_float() ? "float64" : "int64";
}

std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

namespace {

std::string NumberError(std::string_view text, std::string_view function, bool sign, std::string_view most) {
  std::string_view digits = text;
  if (sign && !digits.empty() && (digits[0] == '-' || digits[0] == '+')) digits.remove_prefix(1);
  const std::string start = "strconv." + std::string(function) + ": parsing " + Quoted(text) + ": ";
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
    return start + "invalid syntax";
  }
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  if (digits.size() > most.size() || (digits.size() == most.size() && digits > most)) {
    return start + "value out of range";
  }
  return "";
}

}  // namespace

std::string ParseUintError(std::string_view text) {
  return NumberError(text, "ParseUint", false, "18446744073709551615");
}
std::string ParseIntError(std::string_view text) { return NumberError(text, "ParseInt", true, "9223372036854775807"); }

std::string Base64Error(std::string_view text) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || text[i] == '\r') continue;
    const bool padding = text[i] == '=' && i + 2 >= text.size() && count % 4 >= 2;
    if (!padding && kAlphabet.find(text[i]) == std::string_view::npos) {
      return "illegal base64 data at input byte " + std::to_string(i);
    }
    ++count;
  }
  return count % 4 == 0 ? "" : "illegal base64 data at input byte " + std::to_string(text.size() - count % 4);
}

std::string Base64Encode(std::string_view bytes) {
  std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');  // EVP writes a terminating zero
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::optional<std::string> Base64Decode(std::string_view text) {
  if (text.size() % 4 != 0 || !Base64Error(text).empty()) return std::nullopt;
  std::string out(text.size() / 4 * 3 + 1, '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return std::nullopt;
  std::size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=') ++padding;
  out.resize(static_cast<std::size_t>(size) - padding);
  return out;
}

}  // namespace kube::apiserver
