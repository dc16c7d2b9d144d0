// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/prefilter.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "generator/frontend/annotation_use.h"
#include "generator/frontend/clang_arguments.h"
#include "generator/frontend/line_marker.h"
#include "generator/invocation/forced_includes.h"
#include "generator/invocation/module_unit.h"

namespace spansmith::generator {
void MarkCounter::Add(std::string_view piece) {
  tail_.append(piece);
  std::size_t at = 0;
  while ((at = tail_.find(kAnnotationMark, at)) != std::string::npos) {
    ++count_;
    at += kAnnotationMark.size();
    tail_.erase(0, at);
    at = 0;
  }
  // Keep what may be the beginning of a mark.
  if (tail_.size() >= kAnnotationMark.size()) tail_.erase(0, tail_.size() - kAnnotationMark.size() + 1);
}

void EdgeReader::Add(std::string_view piece) {
  while (!piece.empty()) {
    const std::size_t end = piece.find('\n');
    const std::string_view part = piece.substr(0, end);
    if (!skipping_) {
      rest_.append(part);
      // `# 1 "file"`, `module`, `export module`
      skipping_ = !rest_.empty() && rest_[0] != '#' && rest_[0] != 'm' && rest_[0] != 'e';
    }
    if (end == std::string_view::npos) return;
    if (!skipping_ && !rest_.empty()) ReadLine(rest_);
    rest_.clear();
    skipping_ = false;
    piece.remove_prefix(end + 1);
  }
}

void EdgeReader::ReadLine(std::string_view line) {
  module_ = module_ || IsModuleUnit(line);
  const std::optional<LineMarker> marker = ReadMarker(line);
  if (!marker) return;
  const std::string& name = marker->file;
  const std::string_view flags = marker->flags;
  if (stack_.empty()) {
    stack_.push_back(name);
  } else if (flags.substr(0, 2) == " 1") {
    edges_.insert({stack_.back(), name});
    stack_.push_back(name);
  } else if (flags.substr(0, 2) == " 2" && stack_.size() > 1) {
    stack_.pop_back();
  }
}

std::string TargetOf(const std::string& verbose) {
  constexpr std::string_view kBefore = "Target: ";
  std::size_t at = verbose.rfind(kBefore, 0) == 0 ? 0 : verbose.find("\nTarget: ");
  if (at == std::string::npos) return {};
  at = verbose.find(' ', at) + 1;
  return verbose.substr(at, verbose.find_first_of(" \r\n", at) - at);
}

Arguments SearchDirectories(const std::string& verbose) {
  Arguments out;
  std::istringstream lines(verbose);
  std::string line;
  bool inside = false;
  while (std::getline(lines, line)) {
    if (line.rfind("#include <...>", 0) == 0) {
      inside = true;
    } else if (line.rfind("End of search list", 0) == 0) {
      inside = false;
    } else if (inside && !line.empty() && line[0] == ' ') {
      out.push_back(line.substr(1));
    }
  }
  return out;
}

void WordCollector::Add(std::string_view piece) {
  splitter_.Add(piece, [this](std::string_view line) { Line(line); });
}

void WordCollector::Finish() {
  splitter_.Finish([this](std::string_view line) { Line(line); });
}

void WordCollector::Line(std::string_view line) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto is_word = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (IsMarker(line)) {
    std::optional<LineMarker> marker = ReadMarker(line);
    if (!marker) return;
    std::string& file = marker->file;
    if (file == last_file_) return;
    last_file_ = file;
    if (std::find(words_->files.begin(), words_->files.end(), file) == words_->files.end())
      words_->files.push_back(std::move(file));
    return;
  }
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t begin = i;
    while (i < line.size() && is_word(line[i])) ++i;
    if (i == begin) {
      ++i;
    } else if (!is_digit(line[begin])) {
      words_->identifiers.insert(word_.assign(line.substr(begin, i - begin)));  // most are known: nothing is allocated
    }
  }
}

void ReadVerbose(const std::string& verbose, PrefilterResult* out) {
  out->search_directories = SearchDirectories(verbose);
  out->target = TargetOf(verbose);
  out->clang = verbose.find("clang version ") != std::string::npos;
}

PrefilterResult Prefilter(const CompileCommand& command, const PrefilterOptions& options) {
  Arguments argv = {command.compiler};
  const Arguments meaning = AsText(MeaningArguments(command), false);
  argv.insert(argv.end(), meaning.begin(), meaning.end());
  argv.insert(argv.end(), {"-E", "-v", "-w", "-g0"});
  if (options.annotations) argv.emplace_back(kGeneratorMacro);
  MarkCounter counter;
  EdgeReader edges;
  std::string errors;
  PrefilterResult result;
  WordCollector collector(&result.words);
  LineReader lines(&result.lines);
  const auto read = [&](std::string_view piece) {
    counter.Add(piece);
    edges.Add(piece);
    if (!options.words) return;
    collector.Add(piece);
    lines.Add(piece);
  };
  result.preprocessed = Capture(argv, read, &errors) == 0;
  collector.Finish();
  lines.Finish();
  result.annotations = counter.count();
  result.edges = edges.TakeEdges();
  if (!result.preprocessed) {
    const std::size_t at = errors.find("error: ");
    result.first_error =
        at == std::string::npos ? "it ended with an error" : errors.substr(at + 7, errors.find('\n', at) - at - 7);
  }
  result.module = edges.module();
  ReadVerbose(errors, &result);
  return result;
}

}  // namespace spansmith::generator
