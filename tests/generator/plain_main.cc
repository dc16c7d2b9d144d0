// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs a case's Run() in the plain build: no runtime is linked.

#include <exception>
#include <iostream>

void Run();

int main() {
  try {
    Run();
  } catch (const std::exception& error) {
    std::cout << "left Run: " << error.what() << "\n";
  }
  return 0;
}
