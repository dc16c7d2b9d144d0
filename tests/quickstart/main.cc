// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// GoogleTest's main, and the one argument of these tests: --programs=DIR, where the two programs are.
#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "program.h"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const std::string option = "--programs=";
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument.rfind(option, 0) == 0) quickstart_test::programs = argument.substr(option.size());
  }
  // The build lists the tests before there is anything to run.
  if (quickstart_test::programs.empty() && !testing::GTEST_FLAG(list_tests)) {
    std::cerr << "expected --programs=DIR, the folder with quickstart and quickstart_plain\n";
    return 2;
  }
  return RUN_ALL_TESTS();
}
