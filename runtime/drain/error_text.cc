// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See error_text.h.
#include "drain/error_text.h"

#include <cxxabi.h>
#include <dlfcn.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "drain/limits.h"
#include "drain/redact.h"
#include "drain/utf8.h"

namespace spansmith::drain {
namespace {

std::string Demangled(const std::string& mangled) {
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(mangled.c_str(), nullptr, nullptr, &status), &std::free);
  return status == 0 && text != nullptr ? text.get() : mangled;
}

std::string Hex(std::uintptr_t value) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%zx", static_cast<std::size_t>(value));
  return text;
}

// A text that was cut at so many bytes may end in the middle of a character.
std::string_view WithoutPartialEnd(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin < 3 && (static_cast<unsigned char>(text[begin - 1]) & 0xc0u) == 0x80u)
    --begin;
  if (begin == 0) return text;
  const auto lead = static_cast<unsigned char>(text[begin - 1]);
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return text.size() - (begin - 1) < length ? text.substr(0, begin - 1) : text;
}

// The name of a file without its folders.
std::string_view BaseName(const char* path) {
  const char* const slash = std::strrchr(path, '/');
  return slash == nullptr ? path : slash + 1;
}

}  // namespace

std::string InWords(std::string_view text) {
  if (text.empty()) return "";
  if (IsRedacted("exception.message")) return config::Redaction::kValue;
  if (text.size() >= config::Errors::kMostText) text = WithoutPartialEnd(text);
  std::string words = ValidUtf8(text);
  const config::Errors& options = ErrorOptions();
  if (!options.redactions.empty()) words = config::RedactText(options.redactions, std::move(words));
  Truncate(options.text_limit, words);
  return words;
}

std::string Description(std::string_view means, const std::string& cause) {
  std::string text = means.empty() ? cause : cause.empty() ? ValidUtf8(means) : ValidUtf8(means) + ": " + cause;
  Truncate(ErrorOptions().text_limit, text);
  return text;
}

std::string TypeText(std::string_view mangled) {
  std::string text = ValidUtf8(Demangled(std::string(mangled)));
  constexpr std::string_view kNested = "std::_Nested_exception<";
  if (text.compare(0, kNested.size(), kNested) == 0 && text.back() == '>')
    text = text.substr(kNested.size(), text.size() - kNested.size() - 1);
  return text;
}

std::string StackText(std::string_view addresses) {
  std::string text;
  for (std::size_t i = 0; (i + 1) * sizeof(void*) <= addresses.size(); ++i) {
    char* address = nullptr;
    std::memcpy(&address, addresses.data() + i * sizeof address, sizeof address);
    text += (text.empty() ? "#" : "\n#") + std::to_string(i);
    Dl_info info = {};
    // A return address is behind its call, which may be the function's last instruction.
    if (dladdr(address - 1, &info) == 0) {
      text += ' ' + Hex(reinterpret_cast<std::uintptr_t>(address));
      continue;
    }
    if (info.dli_sname != nullptr) {
      text += ' ' + ValidUtf8(Demangled(info.dli_sname)) + " + " +
              Hex(static_cast<std::uintptr_t>(address - static_cast<char*>(info.dli_saddr)));
    }
    text += " (" + ValidUtf8(BaseName(info.dli_fname)) + '+' +
            Hex(static_cast<std::uintptr_t>(address - static_cast<char*>(info.dli_fbase))) + ')';
  }
  return text;
}

}  // namespace spansmith::drain
