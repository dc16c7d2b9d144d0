// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/builtin_headers.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>

#include <algorithm>
#include <filesystem>
#include <utility>
#include <vector>

namespace spansmith::generator {
namespace {

class Files : public llvm::vfs::ProxyFileSystem {
 public:
  Files(std::vector<std::string> others, std::string clangs)
      : ProxyFileSystem(llvm::vfs::getRealFileSystem()), others_(std::move(others)), clangs_(std::move(clangs)) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine& path) override {
    if (IsHidden(path)) return std::make_error_code(std::errc::no_such_file_or_directory);
    return ProxyFileSystem::status(path);
  }

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine& path) override {
    if (IsHidden(path)) return std::make_error_code(std::errc::no_such_file_or_directory);
    return ProxyFileSystem::openFileForRead(path);
  }

 private:
  bool IsHidden(const llvm::Twine& path) {
    llvm::SmallString<128> buffer;
    const llvm::StringRef text = path.toStringRef(buffer);
    return std::any_of(others_.begin(), others_.end(), [&](const std::string& other) {
      if (!text.starts_with(other) || text.size() == other.size() || text[other.size()] != '/') return false;
      return getUnderlyingFS().exists(clangs_ + text.substr(other.size()));
    });
  }

  std::vector<std::string> others_;
  std::string clangs_;  // folder
};

}  // namespace

bool IsBuiltinHeaders(const std::string& directory) {
  const std::filesystem::path path = std::filesystem::path(directory).lexically_normal();
  const std::string name = path.filename().string();
  const std::string text = path.string();
  const bool gcc = text.find("/gcc/") != std::string::npos && (name == "include" || name == "include-fixed");
  const bool clang = text.find("/clang/") != std::string::npos && name == "include";
  return gcc || clang;
}

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FilesForClang(const Arguments& arguments) {
  std::string clangs;
  std::vector<std::string> others;
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    if (arguments[i] == "-resource-dir") clangs = arguments[i + 1] + "/include";
    if (arguments[i] == "-isystem" && IsBuiltinHeaders(arguments[i + 1])) others.push_back(arguments[i + 1]);
  }
  others.erase(std::remove(others.begin(), others.end(), clangs), others.end());
  if (clangs.empty() || others.empty()) return llvm::vfs::getRealFileSystem();
  return llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>(new Files(std::move(others), clangs));
}

}  // namespace spansmith::generator
