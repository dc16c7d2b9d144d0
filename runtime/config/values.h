// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Readers of one variable each: the value, or the fallback and a notice. Syntax: OpenTelemetry specification,
// configuration/common.md.
#ifndef SPANSMITH_CONFIG_VALUES_H_
#define SPANSMITH_CONFIG_VALUES_H_

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/environment.h"

namespace spansmith::config {

using Notices = std::vector<std::string>;

// In quotation marks, for a line of people's: control characters as \n and \x1b, and no more than 100 bytes; what is
// longer is cut, and its size told.
std::string Quoted(std::string_view value);

// "name='value': expected <expected>; using <used>". The value is Quoted.
std::string BadValue(const std::string& name, const std::string& value, const std::string& expected,
                     const std::string& used);

// A whole number in [least, most].
long long ReadNumber(const Environment& environment, const char* name, long long least, long long most,
                     long long fallback, Notices& notices);
// In whole milliseconds, 0 up to a day.
std::chrono::milliseconds ReadMilliseconds(const Environment& environment, const char* name,
                                           std::chrono::milliseconds fallback, Notices& notices);
// The same as ReadNumber; what is read, and its bounds, are MiB, and the result is bytes.
std::size_t ReadMebibytes(const Environment& environment, const char* name, long long least, long long most,
                          long long fallback, Notices& notices);
// true or false, in any case.
bool ReadBool(const Environment& environment, const char* name, bool fallback, Notices& notices);

// RFC 3986, 2: no blank and no control character can be in a URL.
bool CouldBeUrl(std::string_view text);
std::string_view Trim(std::string_view text);
std::string Lower(std::string_view text);
// %41 becomes A; false if a percent sign is not followed by two hexadecimal digits.
bool PercentDecode(std::string_view text, std::string* decoded);

// "key=value,key=value" as in W3C Baggage: trimmed, values percent-decoded, keys where `keys_too` (resource/sdk.md says
// so of OTEL_RESOURCE_ATTRIBUTES). A bad entry is left out, with a notice that does not repeat the value (headers hold
// secrets).
std::vector<std::pair<std::string, std::string>> ReadPairs(const Environment& environment, const char* name,
                                                           Notices& notices, bool keys_too = false);

// The same, for HTTP and gRPC headers: what could not be one (RFC 9110, 5.1 and 5.5), or would be two, is a bad entry.
std::vector<std::pair<std::string, std::string>> ReadHeaders(const Environment& environment, const char* name,
                                                             Notices& notices);

}  // namespace spansmith::config

#endif  // SPANSMITH_CONFIG_VALUES_H_
