// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See handles.h.
#include "handles.h"

#include <pthread.h>

#include <cstdarg>
#include <exception>
#include <mutex>
#include <unordered_map>

#include "multi.h"

namespace spansmith::libcurl {
namespace {

struct Known {
  std::mutex mutex;
  std::unordered_map<CURL*, Options> handles;
};

// Never destroyed: transfers may run during static destruction. The lock is held across fork(2).
Known& AllKnown() {
  static Known* const known = [] {
    auto* made = new Known;
    static Known* of_fork;
    of_fork = made;
    pthread_atfork([] { of_fork->mutex.lock(); }, [] { of_fork->mutex.unlock(); }, [] { of_fork->mutex.unlock(); });
    return made;
  }();
  return *known;
}

// Without memory a handle is one of which nothing is known.
template <typename Action>
void Change(Action&& action) noexcept {
  try {
    Known& known = AllKnown();
    const std::lock_guard lock(known.mutex);
    action(known.handles);
  } catch (const std::exception&) {
  }
}

void Note(CURL* handle, CURLoption option, long number, void* pointer) noexcept {
  switch (option) {
    case CURLOPT_HTTPHEADER:
    case CURLOPT_FOLLOWLOCATION:
    case CURLOPT_VERBOSE:
    case CURLOPT_DEBUGFUNCTION:
    case CURLOPT_DEBUGDATA:
      break;
    default:
      return;
  }
  Change([&](auto& handles) {
    const auto found = handles.find(handle);
    if (found == handles.end()) return;
    Options& options = found->second;
    if (option == CURLOPT_HTTPHEADER) options.headers = static_cast<curl_slist*>(pointer);
    if (option == CURLOPT_FOLLOWLOCATION) options.follows = number != 0;
    if (option == CURLOPT_VERBOSE) options.verbose = number != 0;
    if (option == CURLOPT_DEBUGFUNCTION) options.debug = reinterpret_cast<curl_debug_callback>(pointer);
    if (option == CURLOPT_DEBUGDATA) options.debug_data = pointer;
  });
}

}  // namespace

std::optional<Options> OptionsOf(CURL* handle) noexcept {
  std::optional<Options> options;
  Change([&](auto& handles) {
    const auto found = handles.find(handle);
    if (found != handles.end()) options = found->second;
  });
  return options;
}

}  // namespace spansmith::libcurl

using spansmith::libcurl::Change;
using spansmith::libcurl::Note;
using spansmith::libcurl::Options;

// The linker's names: whoever calls curl_easy_x comes to __wrap_curl_easy_x, and libcurl's own is __real_curl_easy_x.
extern "C" {
CURL* __real_curl_easy_init();
CURL* __real_curl_easy_duphandle(CURL* handle);
void __real_curl_easy_reset(CURL* handle);
void __real_curl_easy_cleanup(CURL* handle);
CURLcode __real_curl_easy_setopt(CURL* handle, CURLoption option, ...);
CURL* __wrap_curl_easy_init();
CURL* __wrap_curl_easy_duphandle(CURL* handle);
void __wrap_curl_easy_reset(CURL* handle);
void __wrap_curl_easy_cleanup(CURL* handle);
CURLcode __wrap_curl_easy_setopt(CURL* handle, CURLoption option, ...);

CURL* __wrap_curl_easy_init() {
  CURL* const handle = __real_curl_easy_init();
  if (handle != nullptr) Change([&](auto& handles) { handles[handle] = Options{}; });
  return handle;
}

CURL* __wrap_curl_easy_duphandle(CURL* handle) {
  CURL* const copy = __real_curl_easy_duphandle(handle);
  if (copy == nullptr) return copy;
  Change([&](auto& handles) {
    const auto found = handles.find(handle);
    if (found != handles.end()) handles[copy] = Options(found->second);
  });
  return copy;
}

void __wrap_curl_easy_reset(CURL* handle) {
  Change([&](auto& handles) {
    const auto found = handles.find(handle);
    if (found != handles.end()) found->second = {};
  });
  __real_curl_easy_reset(handle);
}

void __wrap_curl_easy_cleanup(CURL* handle) {
  spansmith::libcurl::EndMulti(handle);  // libcurl takes it out of the multi handle that it may be in
  Change([&](auto& handles) { handles.erase(handle); });
  __real_curl_easy_cleanup(handle);
}

// An option's number says of which type its value is (curl/curl.h, CURLOPTTYPE_*).
CURLcode __wrap_curl_easy_setopt(CURL* handle, CURLoption option, ...) {
  va_list arguments;
  va_start(arguments, option);
  CURLcode code;
  if (option / 10000 == CURLOPTTYPE_LONG / 10000) {
    const long number = va_arg(arguments, long);
    code = __real_curl_easy_setopt(handle, option, number);
    if (code == CURLE_OK) Note(handle, option, number, nullptr);
  } else if (option / 10000 == CURLOPTTYPE_OFF_T / 10000) {
    code = __real_curl_easy_setopt(handle, option, va_arg(arguments, curl_off_t));
  } else {
    void* const pointer = va_arg(arguments, void*);
    code = __real_curl_easy_setopt(handle, option, pointer);
    if (code == CURLE_OK) Note(handle, option, 0, pointer);
  }
  va_end(arguments);
  return code;
}
}  // extern "C"

CURLcode spansmith::libcurl::SetUnseen(CURL* handle, CURLoption option, void* value) noexcept {
  return __real_curl_easy_setopt(handle, option, value);
}
CURLcode spansmith::libcurl::SetUnseen(CURL* handle, CURLoption option, long value) noexcept {
  return __real_curl_easy_setopt(handle, option, value);
}
