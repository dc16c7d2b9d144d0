// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/transform/attributes/pasted.h"

namespace spansmith::generator {

void AppendPasted(const PastedCall& call, bool exceptions, std::vector<Segment>* segments) {
  const Place& place = call.expression.place;
  const bool written = place.line != 0;
  // The call too stands on the annotation's line: a value of a type that it does not take is reported there.
  segments->push_back({(call.condition.empty() ? "" : " if (" + call.condition + ")") + (exceptions ? " try { " : " ") +
                           call.call + "(",
                       written ? std::optional<Place>(Place{place.file, place.line, 1}) : std::nullopt});
  segments->push_back({call.expression.text, written ? std::optional<Place>(place) : std::nullopt});
  segments->push_back({exceptions ? ")); } catch (...) { " + call.failed + " }" : "));", std::nullopt});
}

}  // namespace spansmith::generator
