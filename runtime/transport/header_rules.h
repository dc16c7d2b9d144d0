// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which headers of a user's may be sent: what could end a header, or change where the request ends, may not, so that no
// value injects anything (RFC 9110, 5.1, 5.5 and 7.6.1; RFC 9112, 6; grpc, doc/PROTOCOL-HTTP2.md). Pure functions.
#ifndef SPANSMITH_TRANSPORT_HEADER_RULES_H_
#define SPANSMITH_TRANSPORT_HEADER_RULES_H_

#include <string>
#include <string_view>

namespace spansmith::transport {

// Why the header cannot be written at all: "its name is no token", "its value has control characters"; "" if it can.
// The value is never repeated.
std::string WhyMalformed(std::string_view name, std::string_view value);

// The same, and why a user's must not be sent: "it belongs to the request itself".
std::string WhyNotForUsers(std::string_view name, std::string_view value);

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_HEADER_RULES_H_
