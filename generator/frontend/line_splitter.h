// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines out of text that comes in pieces.
#ifndef SPANSMITH_GENERATOR_FRONTEND_LINE_SPLITTER_H_
#define SPANSMITH_GENERATOR_FRONTEND_LINE_SPLITTER_H_

#include <string>
#include <string_view>

namespace spansmith::generator {

class LineSplitter {
 public:
  // Calls `line` with each line that `piece` ends, without its end.
  template <typename F>
  void Add(std::string_view piece, F line) {
    for (std::size_t end; (end = piece.find('\n')) != std::string_view::npos; piece.remove_prefix(end + 1)) {
      if (tail_.empty()) {
        line(piece.substr(0, end));
      } else {
        line(std::string_view(tail_.append(piece.substr(0, end))));
        tail_.clear();
      }
    }
    tail_.append(piece);
  }

  // The same with the last line, if no end came behind it: there may be nothing in it.
  template <typename F>
  void Finish(F line) {
    line(std::string_view(tail_));
    tail_.clear();
  }

 private:
  std::string tail_;  // the line that has not ended yet
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_FRONTEND_LINE_SPLITTER_H_
