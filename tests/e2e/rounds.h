// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the traced programs have in common: rounds of work, and an account of the spans at the end. The arguments:
//   NUMBER           so many rounds
//   stream PAUSE     rounds, so many microseconds apart, until the end of the input
// On stdout: the rounds that were begun, then what became of the spans, a line a number.
#ifndef TESTS_E2E_ROUNDS_H_
#define TESTS_E2E_ROUNDS_H_

namespace spansmith::e2e {

int RunRounds(int argc, char** argv, void (*round)(int number));

}  // namespace spansmith::e2e

#endif  // TESTS_E2E_ROUNDS_H_
