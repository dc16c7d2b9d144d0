// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A fuzz target without libFuzzer: <program> FOLDER [COUNT]: every file of the folder as it is, then COUNT (2000)
// changed copies: bytes flipped, pieces cut out, doubled, or taken from another file. The same copies in every run.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Generator = std::mt19937;  // its sequence is the standard's; the distributions' are not

std::size_t Below(Generator& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

void Change(Generator& random, const std::vector<std::string>& corpus, std::string& text) {
  const std::size_t at = Below(random, text.size() + 1);
  const std::size_t length = Below(random, std::min<std::size_t>(text.size() - at, 64) + 1);
  switch (random() % 5) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << (random() % 8)));
      break;
    case 1:
      text.erase(at, length);
      break;
    case 2:
      text.insert(at, text.substr(at, length));
      break;
    case 3: {
      const std::string& other = corpus[Below(random, corpus.size())];
      const std::size_t from = Below(random, other.size() + 1);
      text.insert(at, other.substr(from, Below(random, 64)));
      break;
    }
    default: {
      static constexpr const char* kPieces[] = {"null",  "-1",      "9223372036854775808",
                                                "1e999", "\"\"",    "[]",
                                                "{}",    "\\u0000", "\xff",
                                                "\n",    "%",       "..",
                                                "true",  "\t",      "&a *a",
                                                "/"};
      text.insert(at, kPieces[Below(random, std::size(kPieces))]);
    }
  }
}

void Run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: %s FOLDER [COUNT]\n", argv[0]);
    return 2;
  }
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> corpus;
  for (const std::filesystem::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    Run(corpus.back());
  }
  if (corpus.empty()) {
    std::fprintf(stderr, "%s: no file in it\n", argv[1]);
    return 1;
  }
  const long count = argc > 2 ? std::strtol(argv[2], nullptr, 10) : 2000;
  Generator random(20261121);
  for (long i = 0; i < count; ++i) {
    std::string text = corpus[Below(random, corpus.size())];
    for (std::size_t changes = 1 + Below(random, 8); changes > 0; --changes) Change(random, corpus, text);
    Run(text);
  }
  std::printf("%zu files, %ld changed copies\n", corpus.size(), count);
}
