// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// libyaml's events become nodes, nodes become JSON; and back.
#include "samples/kube/apiserver/wire/yaml_text.h"

#include <yaml.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "samples/kube/apiserver/wire/go_text.h"
#include "samples/kube/apiserver/wire/yaml_scalar.h"

namespace kube::apiserver {
namespace {

constexpr int kDeepest = 1000;

struct Failure {
  std::string message;
};

struct Node {
  enum class Kind { kScalar, kSequence, kMapping, kAlias } kind = Kind::kScalar;
  std::string text;  // of a scalar; an alias's anchor
  std::string tag;
  bool plain = false;
  std::size_t line = 0;
  std::vector<std::shared_ptr<Node>> children;  // of a mapping: key, value, key, value...
  std::shared_ptr<Node> target;                 // what an alias stands for
};
using NodePtr = std::shared_ptr<Node>;

class Reader {
 public:
  explicit Reader(const std::string& text) {
    if (yaml_parser_initialize(&parser_) == 0) throw Failure{"unknown problem parsing YAML content"};
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  ~Reader() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // The first document, or null.
  NodePtr Document() {
    Next();  // the stream's start
    if (Next() == YAML_STREAM_END_EVENT) return nullptr;
    Next();
    NodePtr root = Read(0);
    Next();  // the document's end: what follows a value is looked at
    return root;
  }

 private:
  yaml_event_type_t Next() {
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_) == 0) Fail();
    return event_.type;
  }

  // The line is go-yaml's, which counts one more for what the scanner found, and leaves out the first.
  [[noreturn]] void Fail() const {
    std::size_t line = parser_.problem_mark.line;
    if (line != 0) {
      if (parser_.error == YAML_SCANNER_ERROR) ++line;
    } else {
      line = parser_.context_mark.line;
    }
    throw Failure{(line != 0 ? "line " + std::to_string(line) + ": " : "") +
                  (parser_.problem != nullptr ? parser_.problem : "unknown problem parsing YAML content")};
  }

  // The node that the event begins; leaves its last event.
  NodePtr Read(int depth) {
    if (depth > kDeepest) throw Failure{"exceeded max depth of 10000"};
    const auto node = std::make_shared<Node>();
    node->line = event_.start_mark.line + 1;
    const auto named = [&](const yaml_char_t* anchor) {
      if (anchor != nullptr) anchors_[reinterpret_cast<const char*>(anchor)] = node;
    };
    const auto tagged = [&](const yaml_char_t* tag) {
      if (tag != nullptr) node->tag = reinterpret_cast<const char*>(tag);
    };
    switch (event_.type) {
      case YAML_SCALAR_EVENT: {
        const auto& scalar = event_.data.scalar;
        node->text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        node->plain = scalar.style == YAML_PLAIN_SCALAR_STYLE;
        named(scalar.anchor);
        tagged(scalar.tag);
        break;
      }
      case YAML_ALIAS_EVENT: {
        node->kind = Node::Kind::kAlias;
        node->text = reinterpret_cast<const char*>(event_.data.alias.anchor);
        const auto known = anchors_.find(node->text);
        if (known == anchors_.end()) throw Failure{"unknown anchor '" + node->text + "' referenced"};
        node->target = known->second;
        break;
      }
      case YAML_SEQUENCE_START_EVENT:
        node->kind = Node::Kind::kSequence;
        named(event_.data.sequence_start.anchor);
        while (Next() != YAML_SEQUENCE_END_EVENT) node->children.push_back(Read(depth + 1));
        break;
      case YAML_MAPPING_START_EVENT:
        node->kind = Node::Kind::kMapping;
        named(event_.data.mapping_start.anchor);
        while (Next() != YAML_MAPPING_END_EVENT) node->children.push_back(Read(depth + 1));
        break;
      default:
        throw Failure{"unknown problem parsing YAML content"};
    }
    return node;
  }

  yaml_parser_t parser_{};
  yaml_event_t event_{};
  std::map<std::string, NodePtr> anchors_;
};

class Decoder {
 public:
  explicit Decoder(std::vector<std::string>& duplicates) : duplicates_(duplicates) {}

  Json Decode(const Node& node) {
    ++decoded_;
    if (aliases_ > 0) ++from_aliases_;
    if (from_aliases_ > 100 && decoded_ > 1000 &&
        static_cast<double>(from_aliases_) > AllowedShare() * static_cast<double>(decoded_)) {
      throw Failure{"document contains excessive aliasing"};
    }
    switch (node.kind) {
      case Node::Kind::kScalar:
        return Scalar(node);
      case Node::Kind::kAlias:
        return Alias(node);
      case Node::Kind::kSequence: {
        Json out = Json::array();
        for (const NodePtr& child : node.children) out.push_back(Decode(*child));
        return out;
      }
      case Node::Kind::kMapping:
        return Mapping(node);
    }
    return nullptr;
  }

 private:
  double AllowedShare() const {
    if (decoded_ <= 400000) return 0.99;
    if (decoded_ >= 4000000) return 0.10;
    return 0.99 - 0.89 * (static_cast<double>(decoded_ - 400000) / 3600000.0);
  }

  static Json Scalar(const Node& node) {
    if (node.tag == "tag:yaml.org,2002:str" || node.tag == "!") return node.text;
    return node.plain ? ResolveScalar(node.text) : Json(node.text);
  }

  Json Alias(const Node& node) {
    if (!open_.insert(node.target.get()).second) throw Failure{"anchor '" + node.text + "' value contains itself"};
    ++aliases_;
    Json out = Decode(*node.target);
    --aliases_;
    open_.erase(node.target.get());
    return out;
  }

  Json Mapping(const Node& node) {
    Json out = Json::object();
    for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
      const Node& key_node = *node.children[i];
      if (key_node.kind == Node::Kind::kScalar && key_node.plain && key_node.text == "<<") {
        Merge(Decode(*node.children[i + 1]), out);
        continue;
      }
      const Json key = Decode(key_node);
      if (key.is_structured()) throw Failure{"invalid map key: " + GoValue(key)};
      if (key.is_null()) {
        throw Failure{"unsupported map key of type: %!s(<nil>), key: <nil>, value: " + Quoted(GoValue(key))};
      }
      const std::string name = key.is_string() ? key.get<std::string>() : key.dump();
      Json value = Decode(*node.children[i + 1]);
      if (out.contains(name)) {
        duplicates_.push_back("line " + std::to_string(node.children[i + 1]->line) + ": key " + ValueText(key) +
                              " already set in map");
      }
      out[name] = std::move(value);
    }
    return out;
  }

  static void Merge(const Json& value, Json& out) {
    if (value.is_array()) {
      for (auto it = value.rbegin(); it != value.rend(); ++it) Merge(*it, out);
    } else if (value.is_object()) {
      for (const auto& [name, child] : value.items()) out[name] = child;
    } else {
      throw Failure{"map merge requires map or sequence of maps as the value"};
    }
  }

  std::vector<std::string>& duplicates_;
  std::set<const Node*> open_;
  int aliases_ = 0;
  std::size_t decoded_ = 0, from_aliases_ = 0;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

// go-yaml's order of keys: letters after the rest, numbers by value.
bool KeyLess(const std::string& one, const std::string& other) {
  for (std::size_t i = 0; i < one.size() && i < other.size(); ++i) {
    if (one[i] == other[i]) continue;
    const bool letter = IsLetter(one[i]), other_letter = IsLetter(other[i]);
    if (letter && other_letter) return static_cast<unsigned char>(one[i]) < static_cast<unsigned char>(other[i]);
    if (letter || other_letter) return other_letter;
    std::int64_t number = 0, other_number = 0;
    if (one[i] == '0' || other[i] == '0') {
      for (std::size_t j = i; j > 0 && IsDigit(one[j - 1]); --j) {
        if (one[j - 1] == '0') continue;
        number = other_number = 1;
        break;
      }
    }
    std::size_t end = i, other_end = i;
    for (; end < one.size() && IsDigit(one[end]) && end < i + 18; ++end) number = number * 10 + (one[end] - '0');
    for (; other_end < other.size() && IsDigit(other[other_end]) && other_end < i + 18; ++other_end) {
      other_number = other_number * 10 + (other[other_end] - '0');
    }
    if (number != other_number) return number < other_number;
    if (end != other_end) return end < other_end;
    return static_cast<unsigned char>(one[i]) < static_cast<unsigned char>(other[i]);
  }
  return one.size() < other.size();
}

class Writer {
 public:
  Writer() {
    yaml_emitter_initialize(&emitter_);
    yaml_emitter_set_unicode(&emitter_, 1);
    yaml_emitter_set_output(
        &emitter_,
        [](void* out, unsigned char* bytes, std::size_t size) {
          static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
          return 1;
        },
        &out_);
  }
  ~Writer() { yaml_emitter_delete(&emitter_); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  std::string Run(const Json& value) {
    yaml_event_t event;
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
    Emit(event);
    yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
    Emit(event);
    Write(value);
    yaml_document_end_event_initialize(&event, 1);
    Emit(event);
    yaml_stream_end_event_initialize(&event);
    Emit(event);
    yaml_emitter_flush(&emitter_);
    return std::move(out_);
  }

 private:
  void Emit(yaml_event_t& event) { yaml_emitter_emit(&emitter_, &event); }

  void Scalar(const std::string& text, yaml_scalar_style_t style) {
    yaml_event_t event;
    yaml_scalar_event_initialize(&event, nullptr, nullptr, reinterpret_cast<const yaml_char_t*>(text.data()),
                                 static_cast<int>(text.size()), 1, 1, style);
    Emit(event);
  }

  void Text(const std::string& text) {
    Scalar(text, text.find('\n') != std::string::npos ? YAML_LITERAL_SCALAR_STYLE
                 : NeedsQuotes(text)                  ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
                                                      : YAML_PLAIN_SCALAR_STYLE);
  }

  void Write(const Json& value) {
    yaml_event_t event;
    if (value.is_object()) {
      yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
      Emit(event);
      std::vector<std::string> keys;
      for (const auto& item : value.items()) keys.push_back(item.key());
      std::sort(keys.begin(), keys.end(), KeyLess);
      for (const std::string& key : keys) {
        Text(key);
        Write(value[key]);
      }
      yaml_mapping_end_event_initialize(&event);
      Emit(event);
    } else if (value.is_array()) {
      yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_SEQUENCE_STYLE);
      Emit(event);
      for (const Json& item : value) Write(item);
      yaml_sequence_end_event_initialize(&event);
      Emit(event);
    } else if (value.is_string()) {
      Text(value.get_ref<const std::string&>());
    } else {
      Scalar(value.dump(), YAML_PLAIN_SCALAR_STYLE);
    }
  }

  yaml_emitter_t emitter_{};
  std::string out_;
};

}  // namespace

std::string YamlText::StrictError() const {
  return duplicates.empty() ? "" : "yaml: unmarshal errors:\n  " + Join(duplicates, "\n  ");
}

YamlText ReadYaml(const std::string& text) {
  YamlText out;
  try {
    const NodePtr root = Reader(text).Document();
    if (root) out.value = Decoder(out.duplicates).Decode(*root);
  } catch (const Failure& failure) {
    out.error = "yaml: " + failure.message;
  }
  return out;
}

std::string WriteYaml(const Json& value) { return Writer().Run(value); }

}  // namespace kube::apiserver
