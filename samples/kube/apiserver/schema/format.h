// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Patterns and formats of strings.
#ifndef SAMPLES_KUBE_APISERVER_SCHEMA_FORMAT_H_
#define SAMPLES_KUBE_APISERVER_SCHEMA_FORMAT_H_

#include <string>

namespace kube::apiserver {

// Go's RE2 searches; ECMAScript's grammar agrees on what CRDs use. A pattern that is none matches everything.
bool MatchesPattern(const std::string& text, const std::string& pattern);

// date-time, date, byte, uuid, ipv4, duration; a format not named here is not checked, as the real server does not.
bool HasFormat(const std::string& text, const std::string& format);

}  // namespace kube::apiserver

#endif  // SAMPLES_KUBE_APISERVER_SCHEMA_FORMAT_H_
