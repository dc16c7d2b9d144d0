// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// An instrumented program: each round is a reconcile with two spans below it, and every tenth of the last one fails.
#include <spansmith/annotations.h>

#include <stdexcept>
#include <string>

#include "rounds.h"

namespace {

struct Request {
  std::string ns;
  std::string name;
  int number;
};

SPANSMITH_SPAN("Get", SPANSMITH_ATTR(request.number, request.number), SPANSMITH_RETURN_ATTR(get.found, result))
bool Get(const Request& request) { return request.number % 2 == 0; }

SPANSMITH_UPDATE_STATUS("Round")
void Update(const Request& request) {
  const bool found = Get(request);
  SPANSMITH_NOTE(round.found, found);
  if (!found && request.number % 10 == 9) throw std::runtime_error("the tenth is refused");
}

SPANSMITH_RECONCILE("Round")
void Reconcile(const Request& request) {
  try {
    Update(request);
  } catch (const std::runtime_error&) {
    SPANSMITH_EVENT("given up");
  }
}

void Round(int number) { Reconcile({"e2e", "round-\xc3\xa9-" + std::to_string(number), number}); }

}  // namespace

int main(int argc, char** argv) { return spansmith::e2e::RunRounds(argc, argv, &Round); }
