// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which lines of the user's files the real compiler compiles, as the line markers of its preprocessor's output tell:
// what conditions leave out is not there. Plain data; no Clang types.
#ifndef SPANSMITH_GENERATOR_FRONTEND_SOURCE_LINES_H_
#define SPANSMITH_GENERATOR_FRONTEND_SOURCE_LINES_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/frontend/body_braces.h"
#include "generator/frontend/line_splitter.h"

namespace spansmith::generator {

// A file by one name: absolute, links resolved; one that does not exist (a `#line` names it) by the name as it is.
std::string FileIdentity(const std::string& name);

class SourceLines {
 public:
  // Lines without any of these tell nothing of functions, and are not kept.
  static constexpr std::uint8_t kParenthesis = 1;
  static constexpr std::uint8_t kBrace = 2;
  static constexpr std::uint8_t kBody = 4;  // one of its braces may open a function's body

  // The lines of a file, by number; valid as long as this.
  std::vector<std::uint8_t>& Open(const std::string& file);

  // Whether the compiler entered the file.
  bool Has(const std::string& file) const { return Find(file) != nullptr; }
  // What stands on the lines [first, last], put together.
  std::uint8_t Of(const std::string& file, unsigned first, unsigned last) const;
  // The files, as the compiler spells them, and their last line.
  std::map<std::string, unsigned> Files() const;

 private:
  struct File {
    std::string name;
    std::vector<std::uint8_t> lines;  // by number
  };
  const File* Find(const std::string& file) const;

  std::map<std::string, File> files_;                      // by identity
  mutable std::map<std::string, std::string> identities_;  // by name
};

// Reads text that comes in pieces. Not thread-safe.
class LineReader {
 public:
  // `lines` outlives it.
  explicit LineReader(SourceLines* lines) : lines_(lines) {}

  void Add(std::string_view piece);
  void Finish() {
    splitter_.Finish([this](std::string_view line) { Line(line); });
  }

 private:
  void Line(std::string_view line);

  SourceLines* lines_;
  LineSplitter splitter_;
  std::string file_;
  std::vector<std::uint8_t>* open_ = nullptr;  // file_'s lines; null: none yet
  BodyBraces braces_;
  bool user_ = false;
  unsigned number_ = 0;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_SOURCE_LINES_H_
