// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Every function with a body in the project's own files, and what became of it: what a report accounts for. A file is
// the project's if it lies below the project's folder and is no system header; the source itself always is.
#ifndef SPANSMITH_GENERATOR_SELECT_INVENTORY_H_
#define SPANSMITH_GENERATOR_SELECT_INVENTORY_H_

#include <string>
#include <vector>

#include "generator/frontend/parse.h"
#include "generator/select/select.h"
#include "generator/site/reason.h"

namespace spansmith::generator {

// One definition, with where its body begins if it is known: by that, what is left out later (its header cannot be a
// copy) is found again.
struct Inventoried {
  FunctionAccount account;
  Point body;  // offset 0: not known (the body was skipped, or comes out of a macro)
};

// `selection`: Select's of the same unit. In the order of the tree. Templates once, not their instantiations.
std::vector<Inventoried> TakeInventory(const ParsedUnit& unit, const Selection& selection, const std::string& project);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SELECT_INVENTORY_H_
