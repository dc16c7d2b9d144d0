// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What to write instead of an annotation that stands where C++ has no place for an attribute of a function (SM029).
#ifndef SPANSMITH_GENERATOR_SELECT_MISPLACED_H_
#define SPANSMITH_GENERATOR_SELECT_MISPLACED_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace spansmith::generator {

// `text`: the file's; [begin, end): the annotation in it; beyond the text: nothing is known of what stands around it.
std::string WhereToWrite(const std::string& macro, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_MISPLACED_H_
