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

# Into a copy, with autotools: no shared libraries, whose own copy of the runtime would be another.
CONFIGURE = 'CONFIG_SHELL=/bin/bash ./configure --disable-shared --enable-static CXX="$CXX" CXXFLAGS="$CXXFLAGS" LIBS="$LIBS"'

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
    "taglib": Program("taglib", ["-DBUILD_TESTING=ON"], packages=["libcppunit-dev", "libutfcpp-dev"]),
    "uchardet": Program("uchardet"),
    "yaml-cpp": Program("yaml-cpp", ["-DYAML_CPP_BUILD_TESTS=ON", "-DYAML_CPP_BUILD_TOOLS=OFF"], packages=GTEST),
    "harfbuzz": Program("harfbuzz", commands=HARFBUZZ, tests=HARFBUZZ_TESTS),
    "capnproto": Program("capnproto", ["-DBUILD_TESTING=ON", "-DWITH_OPENSSL=OFF"], targets=["kj-tests", "kj-heavy-tests"],
                         tests=["ctest -V -j 1 -R kj-.*"]),
    "cppcheck": Program("cppcheck", ["-DBUILD_TESTS=ON", "-DUSE_MATCHCOMPILER=Off"], targets=["testrunner", "cppcheck"],
                        tests=["cd ../source && $OLDPWD/bin/testrunner -q"]),
    "exiv2": Program("exiv2", ["-DEXIV2_BUILD_UNIT_TESTS=ON", "-DEXIV2_BUILD_SAMPLES=OFF"], packages=GTEST),
    # Its check that nothing is allocated while it logs counts the thread that logs, not those of the runtime; and it bounds the
    # stack that its signal handler uses, in which a span has a share.
    "glog": Program("google-glog", ["-DWITH_GFLAGS=OFF", "-DWITH_UNWIND=OFF", "-DBUILD_TESTING=ON"], packages=GTEST,
                    prepare="sed -i 's/^void (.g_new_hook)()/thread_local &/' src/googletest.h",
                    tests=["GTEST_FILTER=-*StackConsumption ctest -V -j 1 -E 'cmake_package.*'"]),
    "hunspell": Program("hunspell", commands=[CONFIGURE + " && make -j $JOBS"], tests=["make -j $JOBS check"]),
    "jsonnet": Program("jsonnet", ["-DUSE_SYSTEM_GTEST=ON", "-DUSE_SYSTEM_JSON=ON"], packages=GTEST + ["nlohmann-json3-dev"]),
    "mdds": Program("mdds", commands=[CONFIGURE + " && make -j $JOBS $(sed -n '/^TESTS =/,/^$/s/^\\t\\([a-z_]*\\).*/\\1/p' Makefile.am)"],
                    tests=["make -j $JOBS check"], packages=["libboost-dev"]),
    "poco": Program("poco", ["-DENABLE_TESTS=ON"] + [f"-DENABLE_{part}=OFF" for part in (
                        "XML", "JSON", "NET", "NETSSL", "CRYPTO", "JWT", "DATA", "DATA_SQLITE", "DATA_MYSQL", "DATA_POSTGRESQL",
                        "DATA_ODBC", "MONGODB", "REDIS", "PDF", "UTIL", "ZIP", "SEVENZIP", "APACHECONNECTOR", "CPPPARSER", "ENCODINGS",
                        "ENCODINGS_COMPILER", "PAGECOMPILER", "PAGECOMPILER_FILE2PAGE", "ACTIVERECORD", "ACTIVERECORD_COMPILER")]),
    "qpdf": Program("qpdf", ["-DBUILD_STATIC_LIBS=ON", "-DBUILD_DOC=OFF"], packages=["libjpeg-dev"]),
    "wabt": Program("wabt", ["-DUSE_SYSTEM_GTEST=ON"], packages=GTEST,
                    tests=["./wabt-unittests", "./hexfloat_test",
                           "python3 ../source/test/run-tests.py --bindir . | tail -n 1 | sed 's/^/PASS: /'"]),
    "zeromq": Program("zeromq3", ["-DWITH_DOCS=OFF", "-DBUILD_SHARED=OFF", "-DENABLE_PRECOMPILED=OFF"]),
    # Smaller, and full of templates or macros.
    "double-conversion": Program("double-conversion", ["-DBUILD_TESTING=ON"]),
    "gflags": Program("gflags", ["-DBUILD_TESTING=ON", "-DGFLAGS_BUILD_TESTING=ON"]),
    "muparser": Program("muparser", ["-DBUILD_TESTING=ON"]),
    "snappy": Program("snappy", ["-DSNAPPY_BUILD_BENCHMARKS=OFF"], packages=GTEST,
                      prepare="sed -i 's/OUTPUT_NAME snappy/OUTPUT_NAME snappy-other/' CMakeLists.txt"),
    "doctest": Program("doctest", ["-DDOCTEST_WITH_TESTS=ON"], skip=".*(no_color|filter).*"),
    # It would put ccache in the launcher's place; two of its tests write the same files.
    "jsoncpp": Program("libjsoncpp", ["-DJSONCPP_WITH_POST_BUILD_UNITTEST=OFF", "-DBUILD_OBJECT_LIBS=OFF", "-DCCACHE_EXECUTABLE="],
                       tests=["ctest -V -j 1 -E 'jsonchecker.*'"]),
    "tinyxml2": Program("tinyxml2", ["-Dtinyxml2_BUILD_TESTING=ON"]),
}
