// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See tls_files.h.
#include "transport/tls_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <tuple>
#include <utility>

#include "notice/notice.h"

namespace spansmith::transport {
namespace {

// Bundles of the web's authorities have about 250 KiB.
constexpr std::size_t kMaxFile = 4 * 1024 * 1024;

// Why the file cannot be read; "" if it can.
std::string ReadFile(const std::string& path, std::string* text) {
  // O_NONBLOCK: a pipe there must not hold up the thread.
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (file < 0) return std::generic_category().message(errno);
  text->clear();
  char piece[16 * 1024];
  ssize_t size;
  while ((size = read(file, piece, sizeof piece)) != 0) {
    if (size < 0 && errno == EINTR) continue;
    if (size < 0 || text->size() > kMaxFile) break;
    text->append(piece, static_cast<std::size_t>(size));
  }
  const int error = size < 0 ? errno : 0;
  close(file);
  if (error != 0) return std::generic_category().message(error);
  return size == 0 ? "" : "it is larger than 4 MiB";
}

// Whether there is one whole block with a label that ends so (RFC 7468, section 2).
bool HasBlock(std::string_view text, std::string_view label) {
  constexpr std::string_view kBegin = "-----BEGIN ";
  for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
    const std::string_view rest = text.substr(at + kBegin.size());
    const std::string_view name = rest.substr(0, rest.find("-----"));
    if (name.ends_with(label) && rest.find("-----END " + std::string(name) + "-----") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::string Complaint(const char* variable, const std::string& path, const std::string& why) {
  return std::string("the file ") + path + " of " + variable + " cannot be used: " + why;
}

bool Same(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

}  // namespace

bool TlsFiles::Stamp::operator==(const Stamp& other) const {
  return inode == other.inode && size == other.size && Same(modified, other.modified) && Same(changed, other.changed);
}

TlsFiles::Stamp TlsFiles::Look(const std::string& path) {
  struct stat found;
  if (path.empty() || stat(path.c_str(), &found) != 0) return {};
  return {found.st_ino, found.st_size, found.st_mtim, found.st_ctim};
}

std::string TlsFiles::Read(TlsContents* contents) const {
  const struct {
    const char* variable;
    const std::string& path;
    std::string* text;
    const char* label;
  } files[] = {
      {"OTEL_EXPORTER_OTLP_CERTIFICATE", paths_.certificate, &contents->certificate, "CERTIFICATE"},
      {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", paths_.client_certificate, &contents->client_certificate,
       "CERTIFICATE"},
      {"OTEL_EXPORTER_OTLP_CLIENT_KEY", paths_.client_key, &contents->client_key, "PRIVATE KEY"},
  };
  for (const auto& file : files) {
    if (file.path.empty()) continue;
    if (const std::string why = ReadFile(file.path, file.text); !why.empty()) {
      return Complaint(file.variable, file.path, why);
    }
    if (!HasBlock(*file.text, file.label)) {
      return Complaint(file.variable, file.path, std::string("no whole PEM block '") + file.label + "' is in it");
    }
  }
  if (paths_.client_certificate.empty() || !paths_.client_key.empty()) return "";
  if (!HasBlock(contents->client_certificate, "PRIVATE KEY")) {
    return "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE is set and no key for it: set OTEL_EXPORTER_OTLP_CLIENT_KEY";
  }
  contents->client_key = contents->client_certificate;
  return "";
}

const TlsContents* TlsFiles::Current(std::string* error) {
  // Looked at before they are read: what changes in between is seen the next time.
  const Stamps stamps = {Look(paths_.certificate), Look(paths_.client_certificate), Look(paths_.client_key)};
  if (current_ && seen_ == stamps) return &*current_;
  TlsContents contents;
  const std::string why = Read(&contents);
  if (why.empty()) {
    current_ = std::move(contents);
  } else if (current_) {
    if (good_) current_ = good_;
    KeepOld(why);
  } else {
    *error = why;
    return nullptr;
  }
  seen_ = stamps;
  return &*current_;
}

bool TlsFiles::Refused(std::string_view why) {
  const auto key = [](const TlsContents& c) { return std::tie(c.certificate, c.client_certificate, c.client_key); };
  if (!good_ || key(*good_) == key(*current_)) {
    current_.reset();  // look again the next time
    return false;
  }
  current_ = good_;
  KeepOld(why);
  return true;
}

void TlsFiles::KeepOld(std::string_view why) const {
  notice::Say("new files for TLS are not used, and the old ones go on being so: " + std::string(why) +
              "; they are read again when they change");
}

}  // namespace spansmith::transport
