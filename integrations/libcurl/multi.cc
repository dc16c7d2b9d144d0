// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Transfers of the multi interface: begun when a handle is added, over when its message is read, or when it is removed
// or cleaned up. See spansmith/call/curl.h.
#include "multi.h"

#include <pthread.h>
#include <spansmith/call/curl.h>
#include <spansmith/http.h>

#include <exception>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "handles.h"
#include "transfer.h"

namespace spansmith {
namespace libcurl {
namespace {

using MultiTransfer = Transfer<HttpClientTransfer>;

struct Running {
  std::mutex mutex;
  std::unordered_map<CURL*, std::unique_ptr<MultiTransfer>> transfers;
};

// Never destroyed: transfers may run during static destruction. The lock is held across fork(2).
Running& AllRunning() {
  static Running* const running = [] {
    auto* made = new Running;
    static Running* of_fork;
    of_fork = made;
    pthread_atfork([] { of_fork->mutex.lock(); }, [] { of_fork->mutex.unlock(); }, [] { of_fork->mutex.unlock(); });
    return made;
  }();
  return *running;
}

// False: it has one already, or there is no memory for a span.
bool Begin(CURL* handle) noexcept {
  try {
    Running& running = AllRunning();
    {
      const std::lock_guard lock(running.mutex);
      if (running.transfers.count(handle) != 0) return false;
    }
    auto transfer = std::make_unique<MultiTransfer>(handle, OptionsOf(handle));
    const std::lock_guard lock(running.mutex);
    return running.transfers.emplace(handle, std::move(transfer)).second;
  } catch (const std::exception&) {
    return false;
  }
}

// Null: none.
std::unique_ptr<MultiTransfer> Take(CURL* handle) noexcept {
  try {
    Running& running = AllRunning();
    const std::lock_guard lock(running.mutex);
    const auto found = running.transfers.find(handle);
    if (found == running.transfers.end()) return nullptr;
    std::unique_ptr<MultiTransfer> transfer = std::move(found->second);
    running.transfers.erase(found);
    return transfer;
  } catch (const std::exception&) {
    return nullptr;
  }
}

void End(CURL* handle, int code) noexcept {
  const std::unique_ptr<MultiTransfer> transfer = Take(handle);
  if (transfer == nullptr) return;
  try {
    transfer->End(code);
  } catch (const std::exception&) {  // no memory: there is less on the span
  }
}

}  // namespace

void EndMulti(CURL* handle) noexcept { End(handle, MultiTransfer::kUnknown); }

}  // namespace libcurl

namespace call {

int AddCurl(void* handle, int (*run)(void* what), void* what) {
  if (handle == nullptr) return run(what);  // libcurl says what of it
  const bool begun = libcurl::Begin(handle);
  const int code = run(what);
  if (begun && code != CURLM_OK) {
    if (const auto transfer = libcurl::Take(handle)) transfer->Forget();
  }
  return code;
}

void EndCurl(void* handle, int code) { libcurl::End(handle, code); }
void RemoveCurl(void* handle) { libcurl::EndMulti(handle); }

}  // namespace call
}  // namespace spansmith
