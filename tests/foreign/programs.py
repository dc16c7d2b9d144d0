# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""The foreign programs: a row each. To add one: the Debian source package, how it is configured, how it is tested.

package   the Debian source package
options   arguments of cmake
commands  instead of cmake and ninja: shell commands, run in a copy of the source with CXX, CXXFLAGS, LIBS and JOBS set
folder    of the CMakeLists.txt, below the source
targets   what to build; empty: everything
tests     commands, run in the build folder by a shell; empty: ctest
packages  Debian packages that its build needs, to be installed beforehand
standard  -std of both builds; empty: the program's own
flags     more compiler flags
prepare   a command, run once in the unpacked source
skip      ctest tests that fail or hang in a plain build as well: a regular expression
"""

from dataclasses import dataclass, field


@dataclass
class Program:
    package: str
    options: list = field(default_factory=list)
    folder: str = "."
    targets: list = field(default_factory=list)
    tests: list = field(default_factory=list)
    packages: list = field(default_factory=list)
    standard: str = ""
    commands: list = None
    skip: str = ""
    flags: str = ""
    prepare: str = ""


GTEST = ["libgtest-dev", "libgmock-dev"]

# The library as one source, its tests that are C++, and its fuzzers, which are run over the fonts of its tests. By hand, for
# its meson needs much that is not C++.
HARFBUZZ = ["""
  set -e
  flags="-std=c++11 -fno-exceptions -fno-rtti -fno-threadsafe-statics -fvisibility-inlines-hidden -DHAVE_PTHREAD=1 -DHB_EXTERN=extern"
  compile() { $CXX $CXXFLAGS $flags -Wall -Wextra -Isrc -c $1 -o $2; }
  compile src/harfbuzz-subset.cc harfbuzz.o
  compile test/fuzzing/main.cc main.o
  for test in src/test-*.cc; do
    compile $test $test.o
    $CXX $test.o harfbuzz.o $LIBS -pthread -o $(basename $test .cc).run
  done
  for fuzzer in shape draw subset; do
    compile test/fuzzing/hb-$fuzzer-fuzzer.cc $fuzzer.o
    $CXX main.o $fuzzer.o harfbuzz.o $LIBS -pthread -o hb-$fuzzer.fuzz
  done"""]
HARFBUZZ_TESTS = ["for test in test-*.run; do ./$test </dev/null >/dev/null; echo PASS: $test $?; done",
                  "for font in test/api/fonts/* test/fuzzing/fonts/* test/shape/data/text-rendering-tests/fonts/*; do "
                  "for fuzzer in *.fuzz; do ./$fuzzer $font >/dev/null; echo PASS: $fuzzer $font $?; done; done"]

PROGRAMS = {
    # At least 20,000 lines each.
    "abseil": Program("abseil", ["-DABSL_BUILD_TESTING=ON", "-DABSL_USE_EXTERNAL_GOOGLETEST=ON", "-DABSL_FIND_GOOGLETEST=ON"],
                      packages=GTEST),
    "catch2": Program("catch2", ["-DCATCH_BUILD_TESTING=ON"], skip="ApprovalTests|.*Python.*"),
    "cli11": Program("cli11", ["-DCLI11_BUILD_TESTS=ON", "-DCLI11_SINGLE_FILE=OFF", "-DCLI11_BUILD_EXAMPLES=OFF"], packages=["catch2"]),
    "flatbuffers": Program("flatbuffers", ["-DFLATBUFFERS_BUILD_TESTS=ON"]),
    "fmt": Program("fmtlib", ["-DFMT_TEST=ON", "-DFMT_DOC=OFF"],
                   skip="find-package-test|add-subdirectory-test|compile-error-test"),
    "googletest": Program("googletest", ["-Dgtest_build_tests=ON", "-Dgmock_build_tests=ON"], skip=".*Python.*|gtest_(skip|help).*"),
    "leveldb": Program("leveldb", ["-DLEVELDB_BUILD_BENCHMARKS=OFF"], packages=GTEST + ["libbenchmark-dev"]),
    "ninja": Program("ninja-build", targets=["ninja_test"], tests=["./ninja_test"]),
    "nlohmann-json": Program("nlohmann-json3", ["-DJSON_BuildTests=ON"], skip=".*(cmake|download|fetch|ubuntu).*"),
    "pugixml": Program("pugixml", ["-DPUGIXML_BUILD_TESTS=ON"]),
    "re2": Program("re2", ["-DRE2_BUILD_TESTING=ON"], skip="dfa_test|exhaustive.*|random_test",
                   prepare="perl re2/make_perl_groups.pl > re2/perl_groups.cc && "
                           "python3 re2/make_unicode_casefold.py > re2/unicode_casefold.cc; true"),
    "spdlog": Program("spdlog", ["-DSPDLOG_BUILD_TESTS=ON", "-DSPDLOG_FMT_EXTERNAL=OFF"]),
    "taglib": Program("taglib", ["-DBUILD_TESTING=ON"], packages=["libcppunit-dev"]),
    "uchardet": Program("uchardet"),
    "yaml-cpp": Program("yaml-cpp", ["-DYAML_CPP_BUILD_TESTS=ON", "-DYAML_CPP_BUILD_TOOLS=OFF"], packages=GTEST),
    "harfbuzz": Program("harfbuzz", commands=HARFBUZZ, tests=HARFBUZZ_TESTS),
    # Smaller, and full of templates or macros.
    "double-conversion": Program("double-conversion", ["-DBUILD_TESTING=ON"]),
    "doctest": Program("doctest", ["-DDOCTEST_WITH_TESTS=ON"], skip=".*(no_color|filter).*"),
    "jsoncpp": Program("libjsoncpp", ["-DJSONCPP_WITH_POST_BUILD_UNITTEST=OFF", "-DBUILD_OBJECT_LIBS=OFF"], skip="jsonchecker.*"),
    "tinyxml2": Program("tinyxml2", ["-Dtinyxml2_BUILD_TESTING=ON"]),
}
