// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/glance/glance.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <map>
#include <string_view>
#include <tuple>

#include "generator/glance/include_scan.h"

namespace spansmith::generator {
namespace {

// Beyond these a preprocessor is asked.
constexpr std::size_t kMostFiles = 20'000;
constexpr std::size_t kMostBytes = std::size_t{256} << 20;

struct OpenFile {
  struct stat status{};
  std::string text;
};

// False: there is no such file.
bool Read(const std::string& path, OpenFile* out) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return false;
  bool read = fstat(file, &out->status) == 0 && S_ISREG(out->status.st_mode);
  if (read) {
    out->text.resize(static_cast<std::size_t>(out->status.st_size));
    std::size_t size = 0;
    ssize_t got = 0;
    while (size < out->text.size() && (got = ::read(file, out->text.data() + size, out->text.size() - size)) > 0)
      size += static_cast<std::size_t>(got);
    read = size == out->text.size();
  }
  close(file);
  return read;
}

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

class Look {
 public:
  Look(const SearchPath& path, bool source_may) : path_(path), source_may_(source_may) {}

  std::optional<std::set<std::string>> From(const std::string& source) {
    if (!Enter(source)) return std::nullopt;
    for (; !waiting_.empty(); waiting_.pop_front()) {
      const auto [folder, text] = std::move(waiting_.front());
      const ScannedText scanned = ScanIncludes(text);
      if (scanned.doubtful) return std::nullopt;
      for (const ScannedInclude& include : scanned.includes) {
        if (!Include(folder, include)) return std::nullopt;
      }
    }
    return std::move(files_);
  }

 private:
  using Identity = std::tuple<dev_t, ino_t, std::string>;

  // False: a doubt.
  bool Include(const std::string& folder, const ScannedInclude& include) {
    const std::string name(include.name);
    if (!name.empty() && name[0] == '/') return Enter(name);
    bool found = false;
    if (include.quoted && !TryFolder(folder, name, &found)) return false;
    if (found && !include.next) return true;
    // Whoever includes it, what the lists say of a name is the same.
    if (!seen_.insert((include.quoted ? "\"" : include.next ? ">" : "<") + name).second && !include.next) return true;
    for (const std::vector<std::string>* list : {&path_.quoted, &path_.angled}) {
      if (list == &path_.quoted && !include.quoted) continue;
      for (const std::string& directory : *list) {
        if (found && !include.next) return true;
        if (!TryFolder(directory + "/", name, &found)) return false;
      }
    }
    return true;
  }

  bool TryFolder(const std::string& folder, const std::string& name, bool* found) {
    const std::string path = folder + name;
    if (files_.count(path) != 0) {
      *found = true;
      return true;
    }
    if (missing_.count(path) != 0) return true;
    OpenFile file;
    if (!Read(path, &file)) {
      missing_.insert(path);
      return true;
    }
    *found = true;
    return Take(path, std::move(file));
  }

  bool Enter(const std::string& path) {
    OpenFile file;
    if (files_.count(path) != 0) return true;
    return !Read(path, &file) ? !files_.empty() : Take(path, std::move(file));
  }

  // False: it holds the word, or there is too much of all.
  bool Take(const std::string& path, OpenFile file) {
    files_.insert(path);
    bytes_ += file.text.size();
    if (files_.size() > kMostFiles || bytes_ > kMostBytes) return false;
    const std::string folder = FolderOf(path);
    // Its quoted includes depend on its folder.
    if (!known_.insert({file.status.st_dev, file.status.st_ino, RealFolder(folder)}).second) return true;
    if (HoldsAnnotationWord(file.text) && !MayHold(path)) return false;
    waiting_.emplace_back(folder, std::move(file.text));
    return true;
  }

  bool MayHold(const std::string& path) const {
    constexpr std::string_view kDefinitions = "/spansmith/annotations.h";
    return source_may_ && (files_.size() == 1 || (path.size() > kDefinitions.size() &&
                                                  path.substr(path.size() - kDefinitions.size()) == kDefinitions));
  }

  const std::string& RealFolder(const std::string& folder) {
    const auto [it, is_new] = real_.try_emplace(folder);
    if (is_new) {
      std::error_code error;
      it->second = std::filesystem::canonical(folder.empty() ? "." : folder, error).string();
    }
    return it->second;
  }

  const SearchPath& path_;
  bool source_may_;
  std::set<std::string> files_;
  std::set<std::string> missing_;
  std::set<std::string> seen_;
  std::set<Identity> known_;
  std::map<std::string, std::string> real_;
  std::deque<std::pair<std::string, std::string>> waiting_;  // folder, text
  std::size_t bytes_ = 0;
};

}  // namespace

bool AreDoubtful(const Arguments& arguments) {
  constexpr std::array<std::string_view, 15> beginnings = {
      "-include", "--include", "-imacros", "--imacros", "-Xclang", "-Xpreprocessor", "-Wp,",     "-fplugin",
      "-fpass-",  "-fmodule",  "-ivfs",    "-fpch",     "-trad",   "-finput-ch",     "-fpreproc"};
  return std::any_of(arguments.begin(), arguments.end(), [&](const std::string& argument) {
    return HoldsAnnotationWord(argument) ||
           std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return argument.rfind(beginning, 0) == 0; });
  });
}

std::optional<std::set<std::string>> FilesWithoutAnnotation(const CompileCommand& command, const SearchPath& path) {
  return Look(path, false).From(command.arguments[command.sources.front()]);
}

bool SourceAloneHasAnnotations(const CompileCommand& command, const SearchPath& path) {
  return Look(path, true).From(command.arguments[command.sources.front()]).has_value();
}

}  // namespace spansmith::generator
