// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// write, fsync, rename, fsync of the folder.
#include "samples/kube/apiserver/storage/snapshot.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace kube::apiserver {
namespace {

[[noreturn]] void Fail(const std::filesystem::path& file, const std::string& what) {
  throw std::runtime_error("snapshot " + file.string() + ": " + what);
}

void WriteWhole(const std::filesystem::path& file, const std::string& text) {
  const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd < 0) Fail(file, std::strerror(errno));
  std::size_t at = 0;
  while (at < text.size()) {
    const ssize_t wrote = write(fd, text.data() + at, text.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) {
      const int error = errno;
      close(fd);
      Fail(file, std::strerror(error));
    }
    at += static_cast<std::size_t>(wrote);
  }
  const bool synced = fsync(fd) == 0;
  if (close(fd) != 0 || !synced) Fail(file, std::strerror(errno));
}

}  // namespace

SnapshotWriter::SnapshotWriter(std::filesystem::path file, Store& store) : file_(std::move(file)), store_(store) {
  std::ifstream in(file_);
  if (in) {
    const Json document = Json::parse(in, nullptr, false);
    if (!document.is_object() || !At(document, "objects").is_array()) {
      Fail(file_, "no snapshot of this server. To do: move it away, or name another folder.");
    }
    std::vector<std::pair<ObjectKey, Json>> objects;
    for (const Json& entry : document["objects"]) {
      objects.emplace_back(ObjectKey{TextAt(entry, "resource"), TextAt(entry, "namespace"), TextAt(entry, "name")},
                           At(entry, "object"));
    }
    store_.Restore(document.value("revision", std::uint64_t{1}), std::move(objects));
    saved_ = store_.revision();
  }
  thread_ = std::jthread([this](const std::stop_token& stop) { Run(stop); });
}

SnapshotWriter::~SnapshotWriter() {
  thread_.request_stop();
  thread_.join();
  try {
    Save();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
}

void SnapshotWriter::Run(const std::stop_token& stop) {
  std::string told;
  while (!stop.stop_requested()) {
    try {
      Save();
      told.clear();
    } catch (const std::exception& error) {  // tried again: a full disk may become free
      if (told != error.what()) std::fprintf(stderr, "%s\n", (told = error.what()).c_str());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

void SnapshotWriter::Save() {
  const Store::Listing now = store_.All();
  if (now.revision == saved_) return;
  Json objects = Json::array();
  for (const auto& [key, object] : now.objects) {
    objects.push_back(
        {{"resource", key.resource}, {"namespace", key.name_space}, {"name", key.name}, {"object", *object}});
  }
  std::filesystem::create_directories(file_.parent_path());
  const std::filesystem::path fresh = file_.string() + ".new";
  WriteWhole(fresh, Json{{"revision", now.revision}, {"objects", std::move(objects)}}.dump());
  std::filesystem::rename(fresh, file_);
  const int folder = open(file_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    fsync(folder);
    close(folder);
  }
  saved_ = now.revision;
}

}  // namespace kube::apiserver
