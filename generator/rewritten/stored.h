// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A Rewritten as bytes, for a cache, and back: all that compiling it needs. The originals' texts, which only a reader
// of a difference wants, are not in it. The bytes are of this build of the tool: no other may read them.
#ifndef SPANSMITH_GENERATOR_REWRITTEN_STORED_H_
#define SPANSMITH_GENERATOR_REWRITTEN_STORED_H_

#include <optional>
#include <string>

#include "generator/rewritten/rewritten.h"

namespace spansmith::generator {

std::string Stored(const Rewritten& rewritten);
// Nothing: these are no such bytes.
std::optional<Rewritten> FromStored(const std::string& bytes);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_REWRITTEN_STORED_H_
