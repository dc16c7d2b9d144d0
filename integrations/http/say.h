// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What spans of HTTP say, whatever holds the span: a guard, or what is kept until a transfer is over. `Span` has
// sm_Attribute, Name and Error, as injected::Guard does.
#ifndef SPANSMITH_INTEGRATIONS_HTTP_SAY_H_
#define SPANSMITH_INTEGRATIONS_HTTP_SAY_H_

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace spansmith::http {

// RFC 9110, 9.3, and RFC 5789 (http.request.method).
inline bool IsKnown(std::string_view method) {
  constexpr std::string_view kMethods[] = {"GET",     "HEAD",    "POST",  "PUT",  "DELETE",
                                           "CONNECT", "OPTIONS", "TRACE", "PATCH"};
  return std::find(std::begin(kMethods), std::end(kMethods), method) != std::end(kMethods);
}

// "The span name SHOULD be {method} {target}", HTTP where the method is not known.
template <typename Span>
void SayMethod(Span& span, std::string_view method, std::string_view target) {
  const bool known = IsKnown(method);
  span.sm_Attribute("http.request.method", known ? method : std::string_view("_OTHER"));
  if (!known) span.sm_Attribute("http.request.method_original", method);
  std::string name(known ? method : std::string_view("HTTP"));
  if (!target.empty()) name.append(" ").append(target);
  span.Name(name);
}

template <typename Span>
void SayIf(Span& span, const char* key, std::string_view text) {
  if (!text.empty()) span.sm_Attribute(key, text);
}
template <typename Span>
void SayIf(Span& span, const char* key, int number) {
  if (number > 0) span.sm_Attribute(key, number);
}

// `least`: the first status that is an error. "Don't set the span status description if the reason can be inferred from
// http.response.status_code."
template <typename Span>
void SayResponse(Span& span, int status, int least) {
  if (status <= 0) return;
  span.sm_Attribute("http.response.status_code", status);
  if (status < least) return;
  span.sm_Attribute("error.type", std::to_string(status));
  span.Error(std::string_view());
}

}  // namespace spansmith::http

#endif  // SPANSMITH_INTEGRATIONS_HTTP_SAY_H_
