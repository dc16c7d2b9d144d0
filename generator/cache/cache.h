// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Results by key, in files below one folder. Safe for any number of processes at once: an entry is written whole. An
// entry that is damaged, or of another version, is as if it were not there. Its size is bounded: of each of its parts,
// the entries that were used longest ago go first. What cannot be written is not kept, and nobody is told: a cache is
// no part of what a build says.
#ifndef SPANSMITH_GENERATOR_CACHE_CACHE_H_
#define SPANSMITH_GENERATOR_CACHE_CACHE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "generator/cache/inputs.h"

namespace spansmith::generator {

class Cache {
 public:
  // `folder`: empty: nothing is found and nothing kept. `limit`: of all entries together, in bytes.
  Cache(std::string folder, std::uint64_t limit) : folder_(std::move(folder)), limit_(limit) {}

  bool on() const { return !folder_.empty(); }

  // What was kept under the key, if its inputs are what they were.
  std::optional<std::string> Find(const std::string& key) const;
  void Keep(const std::string& key, const std::vector<InputFile>& inputs, const std::string& result) const;

  // By the environment: SPANSMITH_CACHE=off turns it off; SPANSMITH_CACHE_DIR, else spansmith below XDG_CACHE_HOME or
  // ~/.cache; SPANSMITH_CACHE_SIZE in MiB (512).
  static Cache FromEnvironment();

 private:
  std::string PathOf(const std::string& key) const;
  void Trim(const std::string& part) const;

  std::string folder_;
  std::uint64_t limit_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CACHE_CACHE_H_
