// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Command lines of `--name value` pairs.
#ifndef SPANSMITH_SAMPLES_VMAFX_PLATFORM_OPTIONS_H_
#define SPANSMITH_SAMPLES_VMAFX_PLATFORM_OPTIONS_H_

#include <charconv>
#include <map>
#include <stdexcept>
#include <string>

namespace vmafx {

class Options {
 public:
  // `defaults` names all that there are. Throws std::invalid_argument that says what is wrong.
  Options(int argc, char** argv, std::map<std::string, std::string> defaults) : values_(std::move(defaults)) {
    for (int i = 1; i < argc; i += 2) {
      const auto found = values_.find(argv[i]);
      if (found == values_.end())
        throw std::invalid_argument(std::string(argv[i]) + ": unknown; expected one of" + All());
      if (i + 1 == argc) throw std::invalid_argument(std::string(argv[i]) + ": expected a value behind it");
      found->second = argv[i + 1];
    }
  }

  const std::string& Text(const std::string& name) const { return values_.at(name); }
  int Number(const std::string& name) const {
    const std::string& text = values_.at(name);
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0) {
      throw std::invalid_argument(name + " '" + text + "': expected a whole number, 0 or more");
    }
    return number;
  }

 private:
  std::string All() const {
    std::string all;
    for (const auto& [name, value] : values_) all += ' ' + name;
    return all;
  }

  std::map<std::string, std::string> values_;
};

}  // namespace vmafx

#endif  // SPANSMITH_SAMPLES_VMAFX_PLATFORM_OPTIONS_H_
