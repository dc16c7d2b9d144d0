// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The files that a result was made from, and whether they are still what they were. A file whose size, times and node
// are the same is taken to be the same, unless it was written so shortly before it was looked at that a later change
// could have the same time; else its text is compared, by hash. So touching a file changes nothing.
#ifndef SPANSMITH_GENERATOR_CACHE_INPUTS_H_
#define SPANSMITH_GENERATOR_CACHE_INPUTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace spansmith::generator {

struct InputFile {
  std::string path;       // as given; relative to the current folder
  std::string signature;  // size, times and node; empty: not to be trusted
  std::string hash;       // of its text; empty: not looked at

  bool operator==(const InputFile&) const = default;
};

// What an input is compared by, where its signature is another.
enum class Compared {
  kText,
  kNothing,  // then it has changed: for results that are made again at the price of reading their inputs
};

// As the files are now, each once, in the order of their paths. Nothing: one cannot be read. `since`: when the result
// was begun (nanoseconds of the system's clock): a file that changed at or after that is not what the result was made
// from.
std::optional<std::vector<InputFile>> LookAt(const std::vector<std::string>& paths, std::int64_t since,
                                             Compared compared);

bool AreUnchanged(const std::vector<InputFile>& files);

// Of one file, for a key: path, size, times and node; empty: it is not there.
std::string SignatureOf(const std::string& path);

// The system's clock, in nanoseconds, as file times are.
std::int64_t Now();

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_CACHE_INPUTS_H_
