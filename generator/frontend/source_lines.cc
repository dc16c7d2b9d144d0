// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/source_lines.h"

#include <filesystem>
#include <optional>

#include "generator/frontend/line_marker.h"

namespace spansmith::generator {

std::string FileIdentity(const std::string& name) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::canonical(name, error);
  if (!error) return path.string();
  return name.rfind("./", 0) == 0 ? name.substr(2) : name;
}

std::vector<std::uint8_t>& SourceLines::Open(const std::string& file) {
  std::string& identity = identities_[file];
  if (identity.empty()) identity = FileIdentity(file);
  File& known = files_[identity];
  if (known.name.empty()) known.name = file;
  return known.lines;
}

// In the place of line 0, which no file has: the file's lines are not known.
constexpr std::uint8_t kUnknown = 0x80;

const SourceLines::File* SourceLines::Find(const std::string& file) const {
  std::string& identity = identities_[file];
  if (identity.empty()) identity = FileIdentity(file);
  const auto it = files_.find(identity);
  if (it == files_.end()) return nullptr;
  const bool unknown = !it->second.lines.empty() && it->second.lines.front() == kUnknown;
  return unknown ? nullptr : &it->second;
}

std::uint8_t SourceLines::Of(const std::string& file, unsigned first, unsigned last) const {
  const File* known = Find(file);
  std::uint8_t out = 0;
  for (std::size_t i = first; known != nullptr && i <= last && i < known->lines.size(); ++i) out |= known->lines[i];
  return out;
}

std::map<std::string, unsigned> SourceLines::Files() const {
  std::map<std::string, unsigned> out;
  for (const auto& [identity, file] : files_) {
    if (!file.lines.empty() && file.lines.front() != kUnknown)
      out[file.name] = static_cast<unsigned>(file.lines.size() - 1);
  }
  return out;
}

void LineReader::Add(std::string_view piece) {
  splitter_.Add(piece, [this](std::string_view line) { Line(line); });
}

void LineReader::Line(std::string_view line) {
  if (IsMarker(line)) {
    const std::optional<LineMarker> marker = ReadMarker(line);
    if (!marker) return;
    number_ = marker->line;
    const std::string_view flags = marker->flags;
    user_ = flags.find(" 3") == std::string_view::npos && !marker->file.empty() && marker->file.front() != '<';
    const bool moves = flags.substr(0, 2) == " 1" || flags.substr(0, 2) == " 2";
    if (user_ && !moves && !lines_->Has(marker->file) && !lines_->Files().empty()) {
      // A `#line`, or a line of a raw string that looks like a marker: whose lines these are is not known.
      if (open_ != nullptr) {
        if (open_->empty()) open_->resize(1);
        open_->front() = kUnknown;
      }
      user_ = false;
      open_ = nullptr;
      file_.clear();
      return;
    }
    // A file in which nothing is compiled is known all the same.
    if (user_ && (open_ == nullptr || marker->file != file_)) open_ = &lines_->Open(marker->file);
    if (!user_) open_ = nullptr;
    file_ = marker->file;
    return;
  }
  const unsigned number = number_++;
  if (!user_ || line.empty() || line.front() == '#') return;
  std::uint8_t what = 0;
  if (line.find('(') != std::string_view::npos) what |= SourceLines::kParenthesis;
  if (line.find('{') != std::string_view::npos) what |= SourceLines::kBrace;
  if (braces_.Line(line)) what |= SourceLines::kBody;
  constexpr unsigned kTooFar = 1U << 24;  // a line that some #line made up
  if (what == 0 || number > kTooFar) return;
  if (open_->size() <= number) open_->resize(number + 1);
  (*open_)[number] |= what;
}

}  // namespace spansmith::generator
