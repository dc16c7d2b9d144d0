// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What spans say about errors in words: valid UTF-8, cut at the limit, without what must not leave the process. Called
// by the drain thread, after lifecycle has set the options.
#ifndef SPANSMITH_DRAIN_ERROR_TEXT_H_
#define SPANSMITH_DRAIN_ERROR_TEXT_H_

#include <string>
#include <string_view>

#include "config/errors.h"

namespace spansmith::drain {

inline constinit const config::Errors* error_options = nullptr;  // null: the usual ones
inline const config::Errors& ErrorOptions() {
  if (error_options != nullptr) return *error_options;
  static const config::Errors& usual = *new config::Errors;  // the runtime has no constructor before main
  return usual;
}

// What an error says, which may hold anything.
std::string InWords(std::string_view text);

// "means: cause", no longer than the limit.
std::string Description(std::string_view means, const std::string& cause);

// The type's name for people; without what std::throw_with_nested puts around it.
std::string TypeText(std::string_view mangled);

// One line a return address (8 bytes each): "#0 ns::Function() + 0x1f (program+0x12ab)", innermost first; what is not
// known is left out. `program+0x12ab` is what addr2line takes.
std::string StackText(std::string_view addresses);

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_ERROR_TEXT_H_
