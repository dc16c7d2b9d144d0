// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/cache/cache.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <tuple>

#include "generator/cache/hash.h"
#include "generator/files/whole_file.h"

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

constexpr char kMark[] = "spansmith cache 1\n";
constexpr std::uint64_t kParts = 64;
constexpr std::uint64_t kDefaultMebibytes = 512;
constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20;

// Texts one after another, each behind its length.
void Put(std::string_view text, std::string* out) {
  *out += std::to_string(text.size()) + ":";
  *out += text;
}

bool Take(std::string_view* from, std::string* text) {
  const std::size_t colon = from->find(':');
  std::size_t size = 0;
  if (colon == std::string_view::npos ||
      std::from_chars(from->data(), from->data() + colon, size).ptr != from->data() + colon || colon == 0 ||
      size > from->size() - colon - 1) {
    return false;
  }
  *text = std::string(from->substr(colon + 1, size));
  from->remove_prefix(colon + 1 + size);
  return true;
}

std::string EnvironmentOr(const char* name, const std::string& otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr || *value == '\0' ? otherwise : value;
}

}  // namespace

std::string Cache::PathOf(const std::string& key) const {
  const std::uint64_t part = std::strtoull(key.substr(0, 2).c_str(), nullptr, 16) % kParts;
  return folder_ + "/" + std::to_string(part) + "/" + key;
}

std::optional<std::string> Cache::Find(const std::string& key) const {
  std::string text;
  if (folder_.empty() || !ReadFile(PathOf(key), &text)) return std::nullopt;
  std::string_view rest = text;
  if (rest.substr(0, sizeof(kMark) - 1) != kMark) return std::nullopt;
  rest.remove_prefix(sizeof(kMark) - 1);
  std::string hash;
  if (!Take(&rest, &hash) || hash != HashOf({key, rest})) return std::nullopt;
  std::string result;
  if (!Take(&rest, &result)) return std::nullopt;
  std::vector<InputFile> inputs;
  for (InputFile file; Take(&rest, &file.path) && Take(&rest, &file.signature) && Take(&rest, &file.hash);)
    inputs.push_back(file);
  if (!rest.empty() || !AreUnchanged(inputs)) return std::nullopt;
  std::error_code ignored;
  fs::last_write_time(PathOf(key), fs::file_time_type::clock::now(), ignored);
  return result;
}

void Cache::Keep(const std::string& key, const std::vector<InputFile>& inputs, const std::string& result) const {
  if (folder_.empty()) return;
  std::string body;
  Put(result, &body);
  for (const InputFile& file : inputs) {
    Put(file.path, &body);
    Put(file.signature, &body);
    Put(file.hash, &body);
  }
  std::string text = kMark;
  Put(HashOf({key, body}), &text);
  text += body;
  if (text.size() > limit_ / kParts) return;
  const std::string path = PathOf(key);
  const std::string part = fs::path(path).parent_path().string();
  std::error_code error;
  fs::create_directories(part, error);
  std::string reason;
  if (!error && WriteFile(path, text, &reason)) Trim(part);
}

void Cache::Trim(const std::string& part) const {
  struct Entry {
    fs::file_time_type used;
    std::uint64_t size;
    fs::path path;
  };
  std::vector<Entry> entries;
  std::uint64_t total = 0;
  std::error_code error;
  for (fs::directory_iterator it(part, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;  // by another process, meanwhile
    const Entry entry = {it->last_write_time(gone), gone ? 0 : it->file_size(gone), it->path()};
    if (gone) continue;
    entries.push_back(entry);
    total += entry.size;
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.used < b.used; });
  for (const Entry& entry : entries) {
    if (total <= limit_ / kParts) break;
    fs::remove(entry.path, error);
    total -= entry.size;
  }
}

Cache Cache::FromEnvironment() {
  const std::string home = EnvironmentOr("HOME", "");
  const std::string caches = EnvironmentOr("XDG_CACHE_HOME", home.empty() ? "" : home + "/.cache");
  std::string folder = EnvironmentOr("SPANSMITH_CACHE_DIR", caches.empty() ? "" : caches + "/spansmith");
  const std::string flag = EnvironmentOr("SPANSMITH_CACHE", "on");
  if (flag == "off" || flag == "OFF" || flag == "0" || flag == "false") folder.clear();
  const std::string size = EnvironmentOr("SPANSMITH_CACHE_SIZE", "");
  std::uint64_t mebibytes = kDefaultMebibytes;
  if (!size.empty()) std::from_chars(size.data(), size.data() + size.size(), mebibytes);
  return {folder, std::min(mebibytes, std::uint64_t{1} << 30) * kMebibyte};
}

}  // namespace spansmith::generator
