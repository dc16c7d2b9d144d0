// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The PEM files of TLS, read again when they change (another inode, time or size), because certificates rotate while a
// process runs. What is new is used from the next connection on. New files that cannot be used are told of once, and
// the old contents stay in use until the files change again. One thread at a time.
#ifndef SPANSMITH_TRANSPORT_TLS_FILES_H_
#define SPANSMITH_TRANSPORT_TLS_FILES_H_

#include <sys/stat.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace spansmith::transport {

struct TlsPaths {
  std::string certificate;         // of who signs servers; "": the system's
  std::string client_certificate;  // "": none is shown
  std::string client_key;          // "": in the same file as the certificate
};

struct TlsContents {
  std::string certificate;
  std::string client_certificate;
  std::string client_key;
};

class TlsFiles {
 public:
  explicit TlsFiles(TlsPaths paths) : paths_(std::move(paths)) {}

  // What to connect with; stays valid until the next call. Null: there is nothing yet, and *error says which file and
  // why; the next call looks again.
  const TlsContents* Current(std::string* error);
  // A connection was made with Current().
  void Worked() { good_ = current_; }
  // Current() was refused by the TLS library. True: Current() is again what worked before, and this was told of. False:
  // nothing ever worked, or it was that.
  bool Refused(std::string_view why);

 private:
  struct Stamp {
    ino_t inode = 0;
    off_t size = -1;  // no file
    timespec modified = {};
    timespec changed = {};
    bool operator==(const Stamp& other) const;
  };
  using Stamps = std::array<Stamp, 3>;
  static Stamp Look(const std::string& path);
  std::string Read(TlsContents* contents) const;  // why not; "" if all are read
  void KeepOld(std::string_view why) const;

  const TlsPaths paths_;
  std::optional<Stamps> seen_;  // of what was last read, good or not
  std::optional<TlsContents> current_;
  std::optional<TlsContents> good_;
};

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_TLS_FILES_H_
