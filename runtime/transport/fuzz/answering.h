// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A server on a socket of its own that answers each request with the bytes of the moment, for fuzz targets of clients.
#ifndef SPANSMITH_TRANSPORT_FUZZ_ANSWERING_H_
#define SPANSMITH_TRANSPORT_FUZZ_ANSWERING_H_

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <string>

#include "transport/testing/raw_server.h"

namespace spansmith::transport {

class Answering {
 public:
  // `read`: takes a request from the connection; false if the peer closed.
  explicit Answering(bool (*read)(RawConnection&))
      : server_(
            [this, read](RawConnection& peer) {
              if (!read(peer)) return;
              const std::lock_guard lock(mutex_);
              peer.Send(answer_);
            },
            path_) {}

  void AnswerWith(const std::uint8_t* data, std::size_t size) {
    const std::lock_guard lock(mutex_);
    answer_.assign(reinterpret_cast<const char*>(data), size);
  }
  const std::string& path() const { return path_; }

 private:
  std::mutex mutex_;
  std::string answer_;
  const std::string path_ = "/tmp/spansmith-fuzz-" + std::to_string(getpid());
  RawServer server_;
};

inline void Check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_FUZZ_ANSWERING_H_
