// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The text of a baggage header, read and written. W3C Baggage, Recommendation; section numbers are its own. Pure. What
// is read is the text of others: nothing in it can make these fail or throw (but for memory) or go beyond the limits.
#ifndef SPANSMITH_PROPAGATE_BAGGAGE_TEXT_H_
#define SPANSMITH_PROPAGATE_BAGGAGE_TEXT_H_

#include <spansmith/baggage.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spansmith::propagate {

using BaggageMembers = std::vector<Baggage::Member>;

// RFC 9110, 5.6.2: what a key has to be (3.3.1.2).
bool IsToken(std::string_view text);
// The properties without blanks around their parts; nullopt if one is malformed (3.3.1).
std::optional<std::string> NormalProperties(std::string_view text);
// Percent-encoded where it must be (3.3.1.3).
std::string EncodeValue(std::string_view value);
// Of the member in a header, without a comma.
std::size_t SizeInHeader(const Baggage::Member& member);

// `left_out` counts members that are malformed or beyond the limits.
BaggageMembers ParseBaggage(std::string_view header, std::size_t* left_out);
std::string BaggageText(const BaggageMembers& members);

}  // namespace spansmith::propagate

#endif  // SPANSMITH_PROPAGATE_BAGGAGE_TEXT_H_
