// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/rewrite/assemble.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "generator/emit/emit.h"
#include "generator/overlay/copy_name.h"
#include "generator/transform/transform.h"

namespace spansmith::generator {
namespace {

// Which copy a file's key belongs to; Overlay::copies.size(): none.
std::size_t CopyOfKey(const Overlay& overlay, unsigned key) {
  std::size_t i = 0;
  while (i < overlay.copies.size() &&
         std::find(overlay.copies[i].keys.begin(), overlay.copies[i].keys.end(), key) == overlay.copies[i].keys.end()) {
    ++i;
  }
  return i;
}

const Point& PointOf(const Site& site) { return site.body; }
const Point& PointOf(const InjectStatement& statement) { return statement.begin; }
const Point& PointOf(const CarryingFunction& function) { return function.body; }
const Point& PointOf(const CallEdit& call) { return call.begin; }

// What no two of them share. Calls in a chain, a.f().g(), begin together.
template <typename T>
const Point& IdentityOf(const T& one) {
  return PointOf(one);
}
const Point& IdentityOf(const CallEdit& call) { return call.end; }

// Why two that stand at one point of one file are not the same.
std::string Difference(const Site& a, const Site& b) {
  if (a.function == b.function) return "the annotation says something else each time";
  return "the function is another each time (" + a.function + ", " + b.function + ")";
}
template <typename T>
std::string Difference(const T&, const T&) {
  return "the annotation says something else each time";
}

// Each in the copy that it belongs to, once, in the order of the text.
template <typename T>
std::vector<std::vector<T>> ByCopy(const Overlay& overlay, std::vector<T> all) {
  std::vector<std::vector<T>> out(overlay.copies.size());
  for (T& one : all) {
    std::vector<T>& of_copy = out[CopyOfKey(overlay, PointOf(one).file)];
    const bool known = std::any_of(of_copy.begin(), of_copy.end(), [&](const T& other) { return one == other; });
    if (!known) of_copy.push_back(std::move(one));
  }
  for (std::vector<T>& of_copy : out) {
    std::sort(of_copy.begin(), of_copy.end(),
              [](const T& a, const T& b) { return PointOf(a).offset < PointOf(b).offset; });
  }
  return out;
}

Site WithoutNames(Site site) {
  site.name.clear();
  site.function.clear();
  site.default_components = 0;
  return site;
}

// A text that is another function each time that its header is included (in other namespaces, with other macros) can
// have one guard, if nothing but the names differs: those are found where the program is compiled (not by the guard of
// a constexpr function, whose site stands in a function of its own).
void ShareNames(const Overlay& overlay, std::vector<Site>* sites) {
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Site*>> places;
  for (Site& site : *sites) places[{CopyOfKey(overlay, site.body.file), site.body.offset}].push_back(&site);
  for (const auto& [place, all] : places) {
    const Site& first = *all.front();
    const auto every = [&all = all](const auto& holds) {
      return std::all_of(all.begin(), all.end(), [&](const Site* one) { return holds(*one); });
    };
    if (every([&](const Site& one) { return one == first; })) continue;
    const Site bare = WithoutNames(first);
    if (!every(
            [&](const Site& one) { return one.default_components != 0 && !one.constant && WithoutNames(one) == bare; }))
      continue;
    constexpr int kEveryComponent = 3;
    const bool alike = every([&](const Site& one) { return one.default_components == first.default_components; });
    const int components = alike ? first.default_components : kEveryComponent;
    const bool one_name = every([&](const Site& one) { return one.name == first.name; });
    for (Site* one : all) {
      one->function.clear();
      one->default_components = 0;
      if (one_name) continue;
      one->name.clear();
      one->name_components = components;
    }
  }
}

template <typename T>
std::vector<LeftOutBody> LeaveOutOf(const Overlay& overlay, std::vector<T>* all, const std::vector<Point>& unguarded,
                                    std::vector<Diagnostic>* diagnostics) {
  std::vector<bool> out(all->size());
  std::vector<LeftOutBody> bodies;
  for (std::size_t i = 0; i < all->size(); ++i) {
    const T& one = (*all)[i];
    const auto reason = overlay.reason.find(PointOf(one).file);
    std::string why = reason == overlay.reason.end() ? "" : reason->second;
    const std::size_t copy = CopyOfKey(overlay, PointOf(one).file);
    for (std::size_t k = 0; why.empty() && k < all->size(); ++k) {
      const T& other = (*all)[k];
      if (IdentityOf(other).offset != IdentityOf(one).offset || CopyOfKey(overlay, PointOf(other).file) != copy ||
          one == other) {
        continue;
      }
      why = "it is included more than once, and " + Difference(one, other);
    }
    const bool bare = std::any_of(unguarded.begin(), unguarded.end(), [&](const Point& point) {
      return point.offset == IdentityOf(one).offset && CopyOfKey(overlay, point.file) == copy;
    });
    if (why.empty() && bare) why = "it is included more than once, and the function gets a span only some of the times";
    out[i] = !why.empty();
    if (out[i]) bodies.push_back({PointOf(one), why});
    const bool said = std::any_of(diagnostics->begin(), diagnostics->end(),
                                  [&](const Diagnostic& d) { return d.number == 42 && d.place == one.origin.place; });
    // What a rule asked for has no origin and is left out quietly.
    if (out[i] && !said && !one.origin.what.empty()) {
      diagnostics->push_back({42, one.origin.place, one.origin.source_line, {one.origin.what, why}});
    }
  }
  std::vector<T> kept;
  for (std::size_t i = 0; i < all->size(); ++i) {
    if (!out[i]) kept.push_back(std::move((*all)[i]));
  }
  *all = std::move(kept);
  return bodies;
}

class Assembler {
 public:
  Assembler(const Overlay& overlay, Instrumentation found, std::string origin,
            const std::map<std::string, std::string>& spelled, bool counted)
      : overlay_(overlay),
        origin_(std::move(origin)),
        spelled_(spelled),
        counted_(counted),
        sites_(ByCopy(overlay, std::move(found.sites))),
        injects_(ByCopy(overlay, std::move(found.injects))),
        carries_(ByCopy(overlay, std::move(found.carries))),
        calls_(ByCopy(overlay, std::move(found.calls))),
        includes_(std::move(found.includes)),
        allocates_itself_(found.allocates_itself) {
    for (std::vector<CallEdit>& of_copy : calls_) {
      for (std::size_t i = 0; i < of_copy.size(); ++i) of_copy[i].number = static_cast<unsigned>(i + 1);
      // Of two that begin together, the one that holds the other goes first.
      std::stable_sort(of_copy.begin(), of_copy.end(), [](const CallEdit& a, const CallEdit& b) {
        return a.begin.offset != b.begin.offset ? a.begin.offset < b.begin.offset : a.end.offset > b.end.offset;
      });
    }
    if (std::any_of(calls_.begin() + 1, calls_.end(), [](const auto& of_copy) { return !of_copy.empty(); }))
      header_includes_ = includes_;
    bool kind_names = false;
    bool in_headers = false;
    for (std::vector<Site>& of_copy : sites_) {
      for (std::size_t i = 0; i < of_copy.size(); ++i) {
        of_copy[i].number = static_cast<unsigned>(i + 1);
        kind_names = kind_names || !of_copy[i].kind_parameter.empty();
        in_headers = in_headers || (!of_copy[i].kind_parameter.empty() && &of_copy != &sites_.front());
      }
    }
    if (kind_names) includes_.insert(includes_.begin(), "<spansmith/kind_name.h>");
    if (in_headers) header_includes_.insert(header_includes_.begin(), "<spansmith/kind_name.h>");
  }

  // The text of a copy, the copies that it includes called `paths`.
  std::string Text(std::size_t index, const std::vector<std::string>& paths) const {
    const Copy& copy = overlay_.copies[index];
    EditPlan plan;
    for (const Pin& pin : copy.pins) {
      std::vector<Segment> segments = {{"\"" + (pin.copy == 0 ? pin.path : paths[pin.copy]) + "\"", std::nullopt}};
      // A macro that only this directive used would be one that nobody uses. What stands behind the name is a comment.
      if (!pin.macro.empty()) {
        segments.push_back({"\n#ifdef " + pin.macro + "\n#endif", std::nullopt});
        segments.push_back({"", Place{pin.place.file, pin.place.line, 1}});
      }
      plan.ReplaceInDirective(pin.begin, pin.end, std::move(segments));
    }
    Transform(sites_[index], &plan);
    Transform(injects_[index], &plan);
    Transform(carries_[index], &plan);
    Transform(calls_[index], &plan);
    return Emit({copy.name, copy.text, index == 0 ? origin_ : HeaderOriginLine(copy.name), index != 0, copy.system,
                 copy.forced, allocates_itself_, counted_, spelled_},
                plan.Finish(), index == 0 ? includes_ : header_includes_);
  }

  // Names that change with what a copy says, and with what the copies say that it includes, on and on. (Headers may
  // include each other, so a name cannot be a hash of a text that has the names in it.)
  std::vector<std::string> Paths(const std::string& folder) const {
    std::vector<std::string> originals;
    for (const Copy& copy : overlay_.copies) originals.push_back(copy.path);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < originals.size(); ++i) texts.push_back(i == 0 ? "" : Text(i, originals));
    std::vector<std::string> out = {""};
    for (std::size_t i = 1; i < originals.size(); ++i) {
      std::set<std::size_t> reached;
      std::vector<std::size_t> open = {i};
      std::string all = texts[i];
      std::vector<std::string> others;
      while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        if (!reached.insert(at).second) continue;
        if (at != i) others.push_back(texts[at]);
        for (const Pin& pin : overlay_.copies[at].pins) {
          if (pin.copy != 0) open.push_back(pin.copy);
        }
      }
      std::sort(others.begin(), others.end());
      for (const std::string& other : others) all += '\0' + other;
      out.push_back((std::filesystem::path(folder) / CopyName(originals[i], all)).string());
    }
    return out;
  }

 private:
  const Overlay& overlay_;
  std::string origin_;
  const std::map<std::string, std::string>& spelled_;
  bool counted_;
  std::vector<std::vector<Site>> sites_;  // by copy, as the next two
  std::vector<std::vector<InjectStatement>> injects_;
  std::vector<std::vector<CarryingFunction>> carries_;
  std::vector<std::vector<CallEdit>> calls_;
  std::vector<std::string> includes_;
  std::vector<std::string> header_includes_;  // those that headers alone need: the same for all sources
  bool allocates_itself_;
};

}  // namespace

std::string FolderOf(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  return (error ? std::filesystem::path(path) : absolute).parent_path().string();
}

std::vector<LeftOutBody> LeaveOut(const Overlay& overlay, Instrumentation* found,
                                  std::vector<Diagnostic>* diagnostics) {
  ShareNames(overlay, &found->sites);
  std::vector<LeftOutBody> sites = LeaveOutOf(overlay, &found->sites, found->unguarded, diagnostics);
  LeaveOutOf(overlay, &found->injects, {}, diagnostics);
  LeaveOutOf(overlay, &found->carries, {}, diagnostics);
  LeaveOutOf(overlay, &found->calls, {}, diagnostics);
  return sites;
}

void Assemble(const Overlay& overlay, Instrumentation found, const std::string& origin, const std::string& folder,
              const std::map<std::string, std::string>& spelled, bool counted, Rewritten* out) {
  const Assembler assembler(overlay, std::move(found), origin, spelled, counted);
  const std::vector<std::string> paths = assembler.Paths((std::filesystem::path(folder) / kHeaderFolder).string());
  out->original = overlay.copies.front().text;
  out->text = assembler.Text(0, paths);
  std::map<std::string, std::string> renamed;
  for (std::size_t i = 0; i < overlay.copies.size(); ++i) {
    const Copy& of = overlay.copies[i];
    if (i != 0) {
      out->headers.push_back({paths[i], of.name, of.text, assembler.Text(i, paths)});
      renamed[paths[i]] = of.name;
    }
    for (const Pin& pin : of.pins) {
      if (pin.copy == 0 && pin.path != pin.name) renamed[pin.path] = pin.name;
    }
  }
  for (const auto& [file, copy] : overlay.forced) out->forced[file] = paths[copy];
  for (const auto& [path, name] : renamed) {
    const auto it = spelled.find(name);
    out->renamed.push_back({path, it == spelled.end() ? name : it->second});
  }
}

std::map<std::string, std::string> Spellings(const std::set<IncludeEdge>& edges) {
  std::set<std::string> names;
  for (const IncludeEdge& edge : edges) names.insert({edge.includer, edge.included});
  std::map<std::string, std::string> out;
  for (const std::string& name : names) {
    if (name.rfind("./", 0) == 0 && names.count(name.substr(2)) == 0) out[name.substr(2)] = name;
  }
  return out;
}

}  // namespace spansmith::generator
