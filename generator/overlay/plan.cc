// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/overlay/plan.h"

#include <algorithm>
#include <filesystem>

namespace spansmith::generator {
namespace {

namespace fs = std::filesystem;

// A file under one name; the source apart from itself as a header.
struct Variant {
  const EnteredFile* first = nullptr;  // the first time that it is entered
  std::vector<unsigned> keys;
};

class Planner {
 public:
  Planner(const IncludeGraph& graph, const std::function<EnteredText(unsigned)>& read, const Surroundings& surroundings)
      : graph_(graph), read_(read), surroundings_(surroundings) {
    for (const EnteredFile& file : graph.files) {
      std::size_t at = 0;
      while (at < variants_.size() && !(variants_[at].first->identity == file.identity &&
                                        variants_[at].first->name == file.name && !variants_[at].first->main)) {
        ++at;
      }
      if (at == variants_.size()) variants_.push_back({&file, {}});
      variants_[at].keys.push_back(file.key);
      variant_of_[file.key] = at;
    }
    for (const Inclusion& inclusion : graph.inclusions) {
      const auto includer = variant_of_.find(inclusion.includer);
      if (includer != variant_of_.end()) Name(inclusion, &directives_[{includer->second, inclusion.begin}]);
      if (inclusion.spelled.file != 0)
        Name(inclusion, &written_[{inclusion.spelled.identity, inclusion.spelled.begin}]);
    }
  }

  Overlay Plan(const std::set<unsigned>& wanted) {
    Overlay out;
    if (variants_.empty()) return out;
    std::set<std::size_t> copied = {0};
    std::map<unsigned, std::string> reasons;  // by identity
    for (const unsigned key : wanted) {
      const auto it = variant_of_.find(key);
      if (it == variant_of_.end() || it->second == 0) continue;
      const unsigned identity = variants_[it->second].first->identity;
      if (reasons.count(identity) == 0) {
        std::set<std::size_t> chain;
        reasons[identity] = Chain(identity, &chain);
        if (reasons[identity].empty()) copied.insert(chain.begin(), chain.end());
      }
      if (!reasons[identity].empty()) out.reason[key] = reasons[identity];
    }
    for (const std::size_t variant : copied) {
      index_[variant] = out.copies.size();
      const EnteredFile& file = *variants_[variant].first;
      out.copies.push_back({file.name, file.path, Text(variant).text, file.system, false, variants_[variant].keys, {}});
    }
    for (const Inclusion& inclusion : graph_.inclusions) {
      const std::optional<std::size_t> target = FromCommandLine(inclusion) ? VariantOf(inclusion) : std::nullopt;
      if (!target.has_value() || copied.count(*target) == 0) continue;
      out.forced[inclusion.forced] = index_[*target];
      out.copies[index_[*target]].forced = true;
    }
    for (const std::size_t variant : copied) out.copies[index_[variant]].pins = Pins(variant);
    return out;
  }

 private:
  // What a name has found so far.
  struct Found {
    unsigned identity = 0;
    bool known = false;
    bool several = false;
  };

  static void Name(const Inclusion& inclusion, Found* found) {
    found->several = found->several || (found->known && found->identity != inclusion.identity);
    found->identity = inclusion.identity;
    found->known = true;
  }

  const EnteredText& Text(std::size_t variant) {
    const auto [it, is_new] = texts_.try_emplace(variant);
    if (is_new) it->second = read_(variants_[variant].first->key);
    return it->second;
  }

  // The header, under each of its names, and whatever includes it, on and on. Returns why one of them cannot be copied;
  // empty: all can.
  std::string Chain(unsigned header, std::set<std::size_t>* chain) {
    std::set<unsigned> identities = {header};
    std::vector<unsigned> open = {header};
    while (!open.empty()) {
      const unsigned identity = open.back();
      open.pop_back();
      for (std::size_t i = 0; i < variants_.size(); ++i) {
        if (variants_[i].first->identity != identity || variants_[i].first->main) continue;
        chain->insert(i);
        std::string reason = OwnReason(i);
        if (reason.empty()) reason = SeenByTheCompilerAlone(i);
        if (!reason.empty()) return reason;
      }
      for (const Inclusion& inclusion : graph_.inclusions) {
        if (inclusion.identity != identity || inclusion.test) continue;
        const auto includer = variant_of_.find(inclusion.includer);
        if (includer == variant_of_.end()) {
          if (surroundings_.forced.count(inclusion.forced) != 0) continue;
          return inclusion.name + " is included from the command line, by another option than -include FILE";
        }
        if (inclusion.end == 0) {
          return variants_[includer->second].first->name + " includes " + inclusion.name +
                 " in a way that cannot be spelled otherwise";
        }
        if (Ambiguous(includer->second, inclusion)) {
          // Where the names are written in macros' definitions they are others there, and the directive stays.
          if (const auto speller = SpelledIn(inclusion); speller.has_value()) {
            const unsigned next = variants_[*speller].first->identity;
            if (*speller != 0 && identities.insert(next).second) open.push_back(next);
            continue;
          }
          return "one #include of " + variants_[includer->second].first->name + " names several files, " +
                 inclusion.name + " among them";
        }
        if (includer->second == 0) continue;
        const unsigned next = variants_[includer->second].first->identity;
        if (identities.insert(next).second) open.push_back(next);
      }
    }
    return {};
  }

  std::string OwnReason(std::size_t variant) {
    const EnteredFile& file = *variants_[variant].first;
    if (file.identity == variants_[0].first->identity) return "it is the source that includes itself";
    if (Text(variant).include_next) return file.name + " uses #include_next, which depends on where a file stands";
    for (const Inclusion& inclusion : graph_.inclusions) {
      if (!inclusion.beside || inclusion.test || !Has(variant, inclusion.includer)) continue;
      if (inclusion.end == 0 || Ambiguous(variant, inclusion)) {
        return "one #include of " + file.name + " names several files, " + inclusion.name + " among them";
      }
      // A file that is included by its path has no place in the list of directories to go on from.
      const auto target = VariantOf(inclusion);
      if (target.has_value() && Text(*target).include_next) {
        return inclusion.name + " uses #include_next, which depends on where a file stands";
      }
    }
    return {};
  }

  // The compiler may include the header from a file where Clang did not (`#ifndef __clang__`): there it would meet the
  // original.
  std::string SeenByTheCompilerAlone(std::size_t variant) {
    if (edges_.empty()) {
      for (const IncludeEdge& edge : surroundings_.edges) edges_.insert({Plain(edge.includer), Plain(edge.included)});
    }
    const std::string path = Plain(variants_[variant].first->path);
    for (const IncludeEdge& edge : edges_) {
      if (edge.included != path) continue;
      const bool known = std::any_of(graph_.inclusions.begin(), graph_.inclusions.end(), [&](const Inclusion& i) {
        const auto includer = variant_of_.find(i.includer);
        // Of the command line g++ says that it is the source, Clang that it is `<command line>` or `<built-in>`.
        const bool line = includer == variant_of_.end() && (edge.includer == Plain(variants_[0].first->path) ||
                                                            fs::path(edge.includer).filename().string()[0] == '<');
        const bool file =
            includer != variant_of_.end() && Plain(variants_[includer->second].first->path) == edge.includer;
        return i.identity == variants_[variant].first->identity && (line || file);
      });
      if (!known) return edge.includer + " includes it, as the compiler sees it, and does not as Clang sees it";
    }
    return {};
  }

  // A path that can be compared.
  static std::string Plain(const std::string& name) {
    std::error_code error;
    const fs::path path = fs::absolute(name, error);
    return (error ? fs::path(name) : path).lexically_normal().string();
  }

  // Whether it is an -include whose FILE is copied.
  bool FromCommandLine(const Inclusion& inclusion) const {
    return variant_of_.count(inclusion.includer) == 0 && surroundings_.forced.count(inclusion.forced) != 0;
  }

  bool Has(std::size_t variant, unsigned key) const {
    const auto it = variant_of_.find(key);
    return it != variant_of_.end() && it->second == variant;
  }

  // Whether the directive names another file at another time.
  bool Ambiguous(std::size_t variant, const Inclusion& inclusion) const {
    const auto it = directives_.find({variant, inclusion.begin});
    return it != directives_.end() && it->second.several;
  }

  // The file whose macro has the name of the included one, for all inclusions that name it so; nothing: there is none.
  std::optional<std::size_t> SpelledIn(const Inclusion& inclusion) const {
    const auto file = variant_of_.find(inclusion.spelled.file);
    if (inclusion.spelled.file == 0 || file == variant_of_.end()) return std::nullopt;
    const auto written = written_.find({inclusion.spelled.identity, inclusion.spelled.begin});
    return written->second.several ? std::nullopt : std::optional(file->second);
  }

  // What the directive found, under its name there; one that was skipped there, under the name that was entered.
  std::optional<std::size_t> VariantOf(const Inclusion& inclusion) const {
    std::optional<std::size_t> out;
    for (std::size_t i = 0; i < variants_.size(); ++i) {
      if (variants_[i].first->identity != inclusion.identity) continue;
      if (variants_[i].first->name == inclusion.name) return i;
      if (!out.has_value()) out = i;
    }
    return out;
  }

  std::vector<Pin> Pins(std::size_t variant) {
    std::map<std::size_t, Pin> out;  // by offset: a file that is entered twice has each directive twice
    std::set<std::size_t> seen;
    for (const Inclusion& inclusion : graph_.inclusions) {
      const bool here = Has(variant, inclusion.includer) && inclusion.end != 0;
      const bool written = SpelledIn(inclusion) == variant;
      if (!here && !written) continue;
      const std::optional<std::size_t> target = VariantOf(inclusion);
      const auto copy = target.has_value() ? index_.find(*target) : index_.end();
      const auto includer = variant_of_.find(inclusion.includer);
      const bool several = includer != variant_of_.end() && Ambiguous(includer->second, inclusion);
      if (written && several && copy != index_.end() && copy->second != 0) {
        const WrittenName& name = inclusion.spelled;
        out[name.begin] = {name.begin, name.end, copy->second, inclusion.path, inclusion.name, "", {}};
      }
      if (!here) continue;
      seen.insert(inclusion.begin);
      if (several && SpelledIn(inclusion).has_value()) continue;
      const bool to_copy = copy != index_.end() && copy->second != 0 && !inclusion.test;
      if (!to_copy && !inclusion.beside && !FoundByTheCopy(variant, inclusion)) continue;
      out[inclusion.begin] = {inclusion.begin, inclusion.end,  to_copy ? copy->second : 0,
                              inclusion.path,  inclusion.name, inclusion.macro,
                              inclusion.place};
    }
    // What no directive of this parse looked for, another compiler may: `#ifndef __clang__`.
    const fs::path folder = fs::path(variants_[variant].first->path).parent_path();
    for (const QuotedName& quoted : Text(variant).quoted) {
      if (seen.count(quoted.begin) != 0) continue;
      std::error_code error;
      const fs::path path = folder / quoted.name;
      if (!fs::is_regular_file(path, error)) continue;
      Pin pin = {quoted.begin,
                 quoted.end,
                 0,
                 path.string(),
                 (fs::path(variants_[variant].first->name).parent_path() / quoted.name).string(),
                 "",
                 {}};
      for (const auto& [other, index] : index_) {
        if (index != 0 && fs::equivalent(path, variants_[other].first->path, error)) pin.copy = index;
      }
      out[quoted.begin] = pin;
    }
    std::vector<Pin> pins;
    for (auto& [offset, pin] : out) pins.push_back(std::move(pin));
    return pins;
  }

  // Whether a quoted name, which the source found in a directory of the command line, also names a file beside the
  // copy.
  bool FoundByTheCopy(std::size_t variant, const Inclusion& inclusion) {
    if (variant != 0 || surroundings_.folder.empty()) return false;
    for (const QuotedName& quoted : Text(variant).quoted) {
      std::error_code error;
      if (quoted.begin == inclusion.begin) return fs::exists(fs::path(surroundings_.folder) / quoted.name, error);
    }
    return false;
  }

  const IncludeGraph& graph_;
  const std::function<EnteredText(unsigned)>& read_;
  const Surroundings& surroundings_;
  std::set<IncludeEdge> edges_;  // by absolute paths; filled when first asked for
  std::vector<Variant> variants_;
  std::map<unsigned, std::size_t> variant_of_;                       // by EnteredFile::key
  std::map<std::pair<std::size_t, std::size_t>, Found> directives_;  // by variant and offset
  std::map<std::pair<unsigned, std::size_t>, Found> written_;        // by the macro's file and offset
  std::map<std::size_t, EnteredText> texts_;
  std::map<std::size_t, std::size_t> index_;  // of a copied variant in Overlay::copies
};

}  // namespace

Overlay PlanOverlay(const IncludeGraph& graph, const std::set<unsigned>& wanted,
                    const std::function<EnteredText(unsigned)>& read, const Surroundings& surroundings) {
  return Planner(graph, read, surroundings).Plan(wanted);
}

}  // namespace spansmith::generator
