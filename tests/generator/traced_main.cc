// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs a case's Run() under a recorder, then prints a line `--- spans` and the span tree.

#include <exception>
#include <iostream>

#include "spansmith/testing/recorder.h"

void Run();

int main() {
  spansmith::testing::Recorder recorder;
  try {
    Run();
  } catch (const std::exception& error) {
    std::cout << "left Run: " << error.what() << "\n";
  }
  std::cout << "--- spans\n" << recorder.Tree();
  return 0;
}
