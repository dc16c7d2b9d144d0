// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The options by which a compiler that reads a copy says the original's name, in __FILE__ and debug information, as it
// would have without us: also where the user has prefix maps (for builds that can be reproduced).
#ifndef SPANSMITH_GENERATOR_LAUNCH_PREFIX_MAP_H_
#define SPANSMITH_GENERATOR_LAUNCH_PREFIX_MAP_H_

#include <string>
#include <vector>

#include "generator/launch/depfile.h"
#include "generator/process/process.h"

namespace spansmith::generator {

// To stand behind `arguments`, the user's: of several maps that fit, compilers take the last. `clang`: the compiler is
// a Clang, which would drop dots from every __FILE__ for the maps' sake.
Arguments PrefixMaps(const Arguments& arguments, const std::vector<Respelling>& respellings, bool clang);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_LAUNCH_PREFIX_MAP_H_
