// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {
namespace {

constexpr char kMark[] = "// Made by `spansmith cc";

// One argument as a word without blanks, and back: blanks, `%`, line breaks and what is not printable ASCII as %XX.
std::string Encode(const std::string& argument) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : argument) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f && c != '%' && c != '`' && c != '\\') {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string Decode(const std::string& word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool escape =
        word[i] == '%' && i + 2 < word.size() && HexDigit(word[i + 1]) >= 0 && HexDigit(word[i + 2]) >= 0;
    if (escape) {
      out += static_cast<char>(HexDigit(word[i + 1]) * 16 + HexDigit(word[i + 2]));
      i += 2;
    } else {
      out += word[i];
    }
  }
  return out;
}

}  // namespace

Arguments ToArguments(const RewriteOptions& options) {
  Arguments out;
  if (!options.scope.empty()) out.insert(out.end(), {"--scope", options.scope});
  if (options.ok_on_success) out.emplace_back("--ok-on-success");
  if (options.strict) out.emplace_back("--strict");
  if (!options.annotations) out.emplace_back("--no-annotations");
  for (const std::string& file : options.rules) out.insert(out.end(), {"--rules", file});
  // Without rules the copy does not depend on it, and is then the same wherever the project lies.
  if (!options.project.empty() && !options.rules.empty()) out.insert(out.end(), {"--project", options.project});
  return out;
}

bool TakesValue(const std::string& option) {
  return option == "--scope" || option == "--rules" || option == "--project";
}

bool ReadOption(const Arguments& arguments, std::size_t* at, RewriteOptions* options) {
  const std::string& option = arguments[*at];
  if (option == "--no-annotations") {
    options->annotations = false;
  } else if (option == "--ok-on-success") {
    options->ok_on_success = true;
  } else if (option == "--strict") {
    options->strict = true;
  } else if (TakesValue(option) && *at + 1 < arguments.size()) {
    const std::string& value = arguments[++*at];
    if (option == "--scope") options->scope = value;
    if (option == "--rules") options->rules.push_back(value);
    if (option == "--project") options->project = value;
  } else {
    return false;
  }
  return true;
}

RewriteOptions FromArguments(const Arguments& arguments) {
  RewriteOptions out;
  for (std::size_t i = 0; i < arguments.size(); ++i) ReadOption(arguments, &i, &out);
  return out;
}

std::string OriginLine(const std::string& source, const RewriteOptions& options) {
  std::string out = kMark;
  for (const std::string& argument : ToArguments(options)) out += " " + Encode(argument);
  return out + "` from " + Encode(source) + "\n";
}

std::string HeaderOriginLine(const std::string& header) { return kMark + ("` from " + Encode(header)) + "\n"; }

bool ReadOriginLine(const std::string& text, RewriteOptions* options) {
  if (text.rfind(kMark, 0) != 0) return false;
  const std::size_t end = text.find('`', sizeof(kMark) - 1);
  if (end == std::string::npos) return false;
  Arguments arguments;
  std::string word;
  for (std::size_t i = sizeof(kMark) - 1; i <= end; ++i) {
    if (i < end && text[i] != ' ') {
      word += text[i];
    } else if (!word.empty()) {
      arguments.push_back(Decode(word));
      word.clear();
    }
  }
  *options = FromArguments(arguments);
  return true;
}

}  // namespace spansmith::generator
