// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/cache/cache.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "generator/cache/hash.h"
#include "generator/files/whole_file.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMebibyte = 1 << 20;

class CacheTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = testing::TempDir() + "/cache-XXXXXX";
    folder_ = mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string Write(const std::string& name, const std::string& text) {
    std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  static void SetTime(const std::string& path, std::int64_t seconds) {
    const timespec times[2] = {{seconds, 0}, {seconds, 0}};
    utimensat(AT_FDCWD, path.c_str(), times, 0);
  }
  std::vector<fs::path> Entries() const {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder_ + "/cache")) {
      if (entry.is_regular_file()) out.push_back(entry.path());
    }
    return out;
  }
  // What the files are, from a later time than they were written.
  static std::vector<InputFile> Inputs(const std::vector<std::string>& paths) {
    return LookAt(paths, Later(), Compared::kText).value();
  }
  static std::int64_t Later() { return Now() + 3'600'000'000'000; }
  Cache Make(std::uint64_t limit = 64 * kMebibyte) const { return {folder_ + "/cache", limit}; }

  std::string folder_;
  std::string key_ = HashOf({"key"});
};

TEST_F(CacheTest, FindsWhatWasKept) {
  const std::string result("a\0:\n\xff", 5);
  Make().Keep(key_, Inputs({Write("a.h", "int a;"), Write("b.h", "")}), result);
  EXPECT_EQ(Make().Find(key_), result);
  EXPECT_EQ(Make().Find(HashOf({"another"})), std::nullopt);
}

TEST_F(CacheTest, ATouchedFileIsTheSameAndAChangedOneIsNot) {
  const std::string path = Write("a.h", "int a;");
  Make().Keep(key_, Inputs({path}), "r");
  SetTime(path, 1000);
  EXPECT_EQ(Make().Find(key_), "r");
  Write("a.h", "int b;");
  EXPECT_EQ(Make().Find(key_), std::nullopt);
  Write("a.h", "int a;");
  EXPECT_EQ(Make().Find(key_), "r");
  fs::remove(path);
  EXPECT_EQ(Make().Find(key_), std::nullopt);
}

TEST_F(CacheTest, AFileWhoseTextIsNotComparedHasChangedOnceTouched) {
  const std::string path = Write("a.h", "int a;");
  const std::optional<std::vector<InputFile>> inputs = LookAt({path}, Later(), Compared::kNothing);
  ASSERT_TRUE(inputs.has_value());
  Make().Keep(key_, *inputs, "r");
  EXPECT_EQ(Make().Find(key_), "r");
  SetTime(path, 1000);
  EXPECT_EQ(Make().Find(key_), std::nullopt);
}

TEST_F(CacheTest, AChangeThatKeepsTheTimeOfAFreshFileIsSeen) {
  const std::string path = Write("a.h", "int a;");
  struct stat status{};
  ASSERT_EQ(stat(path.c_str(), &status), 0);
  const std::optional<std::vector<InputFile>> inputs = LookAt({path}, Now() + 1'000'000, Compared::kText);
  ASSERT_TRUE(inputs.has_value());
  EXPECT_EQ(inputs->front().signature, "");  // changed a moment ago: the text alone counts
  Make().Keep(key_, *inputs, "r");
  Write("a.h", "int b;");
  const timespec times[2] = {status.st_atim, status.st_mtim};
  utimensat(AT_FDCWD, path.c_str(), times, 0);
  EXPECT_EQ(Make().Find(key_), std::nullopt);
}

TEST_F(CacheTest, AFileThatChangedMeanwhileIsNoInput) {
  const std::string path = Write("a.h", "int a;");
  EXPECT_FALSE(LookAt({path}, Now() - 3'600'000'000'000, Compared::kText).has_value());
  EXPECT_FALSE(LookAt({path, folder_ + "/absent.h"}, Later(), Compared::kText).has_value());
  EXPECT_FALSE(LookAt({folder_}, Later(), Compared::kText).has_value());
}

TEST_F(CacheTest, ADamagedEntryIsNone) {
  Make().Keep(key_, Inputs({Write("a.h", "int a;")}), "result");
  const fs::path entry = Entries().at(0);
  std::string whole;
  ASSERT_TRUE(ReadFile(entry.string(), &whole));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 1);
    std::ofstream(entry, std::ios::binary) << damaged;
    EXPECT_EQ(Make().Find(key_), std::nullopt) << "byte " << i;
    std::ofstream(entry, std::ios::binary) << whole.substr(0, i);
    EXPECT_EQ(Make().Find(key_), std::nullopt) << "cut to " << i;
  }
  std::ofstream(entry, std::ios::binary) << whole << "x";
  EXPECT_EQ(Make().Find(key_), std::nullopt);
  std::ofstream(entry, std::ios::binary) << whole;
  EXPECT_EQ(Make().Find(key_), "result");
}

TEST_F(CacheTest, TheLongestUnusedGoFirst) {
  const Cache cache = Make(64 * 4096);  // a part may have 4096 bytes
  const std::string result(1000, 'x');
  const std::string oldest = "00a", used = "00b", newest = "00c", other = "00d";
  cache.Keep(oldest, {}, result);
  cache.Keep(used, {}, result);
  cache.Keep(newest, {}, result);
  for (const fs::path& entry : Entries()) SetTime(entry.string(), entry.filename() == newest ? 3000 : 2000);
  SetTime(Entries().front().parent_path().string() + "/" + oldest, 1000);
  EXPECT_EQ(cache.Find(oldest), result);  // and so it is the newest
  cache.Keep(other, {}, result);
  EXPECT_EQ(cache.Find(used), std::nullopt);
  EXPECT_EQ(cache.Find(oldest), result);
  EXPECT_EQ(cache.Find(newest), result);
  EXPECT_EQ(cache.Find(other), result);
  cache.Keep("00e", {}, std::string(5000, 'x'));
  EXPECT_EQ(cache.Find("00e"), std::nullopt);
}

TEST_F(CacheTest, ManyAtOnce) {
  const Cache cache = Make(64 * 20000);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&cache, t] {
      for (int i = 0; i < 200; ++i) {
        const std::string key = "0" + std::to_string(i % 7);
        cache.Keep(key, {}, key + std::string(500, static_cast<char>('a' + t)));
        const std::optional<std::string> found = cache.Find(key);
        if (found) {
          EXPECT_EQ(found->substr(0, 2), key);
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST_F(CacheTest, AFolderThatCannotBeMadeIsNoError) {
  const std::string file = Write("file", "");
  const Cache cache(file + "/cache", 64 * kMebibyte);
  cache.Keep(key_, {}, "r");
  EXPECT_EQ(cache.Find(key_), std::nullopt);
}

TEST_F(CacheTest, TheEnvironmentSaysWhereAndWhether) {
  setenv("SPANSMITH_CACHE_DIR", (folder_ + "/cache").c_str(), 1);
  setenv("SPANSMITH_CACHE", "off", 1);
  Cache::FromEnvironment().Keep(key_, {}, "r");
  EXPECT_EQ(Cache::FromEnvironment().Find(key_), std::nullopt);
  EXPECT_FALSE(fs::exists(folder_ + "/cache"));
  setenv("SPANSMITH_CACHE", "on", 1);
  Cache::FromEnvironment().Keep(key_, {}, "r");
  EXPECT_EQ(Cache::FromEnvironment().Find(key_), "r");
  setenv("SPANSMITH_CACHE_SIZE", "0", 1);
  const std::string other = HashOf({"other"});
  Cache::FromEnvironment().Keep(other, {}, "r");
  EXPECT_EQ(Cache::FromEnvironment().Find(other), std::nullopt);
  unsetenv("SPANSMITH_CACHE_SIZE");
  unsetenv("SPANSMITH_CACHE");
  unsetenv("SPANSMITH_CACHE_DIR");
}

}  // namespace
}  // namespace spansmith::generator
