// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Values of a rule file's YAML, read and checked one by one: what is wrong becomes a diagnostic with its place, and
// reading goes on. Not thread-safe; may throw YAML::Exception, as yaml-cpp does of nodes.
#ifndef SPANSMITH_GENERATOR_RULEFILE_YAML_VALUES_H_
#define SPANSMITH_GENERATOR_RULEFILE_YAML_VALUES_H_

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/diagnostics/diagnostic.h"
#include "generator/rulefile/keys.h"
#include "generator/rulefile/rule.h"

namespace spansmith::generator {

class YamlValues {
 public:
  using Entry = std::pair<YAML::Node, YAML::Node>;
  using Entries = std::map<std::string, Entry>;  // of a mapping: key and value by the key's name

  // `text`: the whole file, for the lines that messages show; `file`: its name in them, which must outlive this.
  YamlValues(const std::string& text, const std::string& file);

  const std::string& file() const { return file_; }
  std::size_t errors() const { return diagnostics.size(); }
  std::vector<Diagnostic> diagnostics;
  Place key_place;  // of the key whose value is read

  Place PlaceOf(const YAML::Mark& mark) const;
  Place PlaceOf(const YAML::Node& node) const;
  void ReportAt(const Place& place, unsigned number, std::vector<std::string> arguments);
  void Report(const YAML::Node& node, unsigned number, std::vector<std::string> arguments);
  static bool IsPlain(const YAML::Node& node);
  static std::string Kind(const YAML::Node& node);
  // The entries of a mapping that the table knows; the others are said.
  Entries ReadMapping(const YAML::Node& node, RuleMapping mapping, const std::string& what);
  // Says that the value is of a wrong kind, or empty. Always false.
  bool Wrong(const std::string& key, const YAML::Node& node, RuleValue value);
  // False, or nothing added: wrong, and said.
  bool ReadFlag(const std::string& key, const YAML::Node& node, bool* out);
  void ReadCount(const std::string& key, const YAML::Node& node, std::optional<unsigned>* out);
  bool ReadText(const std::string& key, const YAML::Node& node, RuleValue value, RuleText* out);
  bool ReadExpression(const std::string& key, const YAML::Node& node, RuleValue value, Expression* out);
  // One, or a list of at least one.
  bool ForEach(const std::string& key, const YAML::Node& node, RuleValue value,
               const std::function<void(const YAML::Node&)>& read);
  void ReadTexts(const std::string& key, const YAML::Node& node, RuleValue value, std::vector<RuleText>* out);
  void ReadPatterns(const std::string& key, const YAML::Node& node, RuleValue value, std::vector<std::string>* out);
  void ReadPositions(const std::string& key, const YAML::Node& node, std::vector<unsigned>* out);
  bool ReadWord(const RuleKey& key, const YAML::Node& node, std::size_t* index);

 private:
  static std::string Elsewhere(RuleMapping mapping, const std::string& name);
  const std::string& LineAt(const Place& place) const;
  // Where the text of a scalar begins: behind its quote, or below the `|` of a block.
  Place TextPlace(const YAML::Node& node) const;

  const std::string& file_;
  std::vector<std::string> lines_;
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_RULEFILE_YAML_VALUES_H_
