// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/one_definition/included_files.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

std::string Bytes(std::uint32_t word) { return std::string(reinterpret_cast<const char*>(&word), sizeof(word)); }

std::string Path(std::string name, std::uint32_t number) {
  while (name.size() % 4 != 0) name += '\0';
  return Bytes(static_cast<std::uint32_t>(name.size()) + 4) + name + Bytes(~number);
}

std::string Dependencies(const std::vector<std::uint32_t>& words) {
  std::string out = Bytes(0x80000000U | static_cast<std::uint32_t>(words.size() * 4));
  for (const std::uint32_t word : words) out += Bytes(word);
  return out;
}

TEST(IncludedFiles, OfADependencyFileIsWhatStandsBehindTheFirstTarget) {
  EXPECT_EQ(Prerequisites("a.o: a.cc \\\n  /with\\ blank/b.h c\\#$$.h\n/with\\ blank/b.h:\n"),
            (Words{"a.cc", "/with blank/b.h", "c#$.h"}));
  EXPECT_EQ(Prerequisites("C:/x.o: \\\n y.cc"), Words{"y.cc"});
  EXPECT_EQ(Prerequisites(""), Words{});
}

TEST(IncludedFiles, NinjasLogIsReadInBothVersions) {
  const std::string paths = Path("x/a.o", 0) + Path("a.cc", 1) + Path("/h.h", 2);
  const std::string begin = "# ninjadeps\n";
  EXPECT_EQ(NinjaDependencies(begin + Bytes(4) + paths + Dependencies({0, 7, 7, 1, 2})),
            (std::map<std::string, Words>{{"x/a.o", {"a.cc", "/h.h"}}}));
  EXPECT_EQ(NinjaDependencies(begin + Bytes(3) + paths + Dependencies({0, 7, 1}) + Dependencies({0, 7, 2})),
            (std::map<std::string, Words>{{"x/a.o", {"/h.h"}}}));
}

TEST(IncludedFiles, AnUnknownOrDamagedLogSaysNothing) {
  const std::string begin = "# ninjadeps\n";
  EXPECT_TRUE(NinjaDependencies("").empty());
  EXPECT_TRUE(NinjaDependencies(begin + Bytes(5) + Path("a.o", 0) + Dependencies({0, 7, 7, 0})).empty());
  EXPECT_TRUE(NinjaDependencies(begin + Bytes(4) + Path("a.o", 1) + Dependencies({0, 7, 7, 0})).empty());
  EXPECT_TRUE(NinjaDependencies(begin + Bytes(4) + Path("a.o", 0) + Bytes(0x80000100U) + Bytes(0)).empty());
  EXPECT_TRUE(NinjaDependencies(begin + Bytes(4) + Dependencies({9, 7, 7, 9})).empty());
}

TEST(IncludedFiles, NamesAreAbsoluteAndLinksResolved) {
  const fs::path build = fs::path(testing::TempDir()) / "included_files";
  fs::remove_all(build);
  fs::create_directories(build / "x");
  std::ofstream(build / "real.h") << "";
  fs::create_symlink(build / "real.h", build / "link.h");
  std::ofstream(build / "x/a.o.d") << "x/a.o: x/../link.h";
  std::ofstream(build / ".ninja_deps", std::ios::binary)
      << "# ninjadeps\n"
      << Bytes(4) << Path("x/b.o", 0) << Path("link.h", 1) << Dependencies({0, 7, 7, 1});
  IncludedFiles included(build.string());
  const Words real{fs::canonical(build / "real.h").string()};
  EXPECT_EQ(included.Of((build / "x/a.o").string()), real);
  EXPECT_EQ(included.Of((build / "x/b.o").string()), real);
  EXPECT_EQ(included.Of((build / "x/./b.o").string()), real);
  EXPECT_EQ(included.Of((build / "x/c.o").string()), std::nullopt);
}

}  // namespace
}  // namespace spansmith::generator
