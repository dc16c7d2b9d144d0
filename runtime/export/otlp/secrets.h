// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What must not stand in any text, because it proves who we are: the values of headers, user and password of the URL.
// A receiver may repeat them in what it says. Thread-safe once made.
#ifndef SPANSMITH_EXPORT_OTLP_SECRETS_H_
#define SPANSMITH_EXPORT_OTLP_SECRETS_H_

#include <string>
#include <string_view>
#include <vector>

#include "transport/http.h"

namespace spansmith::exporter {

class Secrets {
 public:
  // Those of three characters and fewer hide nothing, and are not looked for.
  Secrets(const transport::Headers& headers, std::string_view url);

  // A peer's text for people: secrets are ***, control characters are ?, broken UTF-8 is
  // U+FFFD, about 200 bytes of it at most.
  std::string Readable(std::string_view text) const;

 private:
  void Add(std::string_view secret);
  std::vector<std::string> secrets_;  // longest first
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_SECRETS_H_
