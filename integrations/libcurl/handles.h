// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the program said of its easy handles. libcurl does not tell which list of headers a handle has, and without
// knowing it none of ours could stand beside it: so the functions that set options are wrapped when the program is
// linked (-Wl,--wrap, by Spansmith::libcurl), and what matters is remembered. Any thread; one at a time for a handle,
// as libcurl demands.
#ifndef SPANSMITH_INTEGRATIONS_LIBCURL_HANDLES_H_
#define SPANSMITH_INTEGRATIONS_LIBCURL_HANDLES_H_

#include <curl/curl.h>

#include <optional>

namespace spansmith::libcurl {

struct Options {
  curl_slist* headers = nullptr;  // CURLOPT_HTTPHEADER: the program's own, never changed
  bool follows = false;           // CURLOPT_FOLLOWLOCATION
  bool verbose = false;           // CURLOPT_VERBOSE
  curl_debug_callback debug = nullptr;
  void* debug_data = nullptr;
};

// nullopt: the handle was made where nothing was wrapped (in a shared library), and nothing is known of it.
std::optional<Options> OptionsOf(CURL* handle) noexcept;

// As curl_easy_setopt, unseen.
CURLcode SetUnseen(CURL* handle, CURLoption option, void* value) noexcept;
CURLcode SetUnseen(CURL* handle, CURLoption option, long value) noexcept;

}  // namespace spansmith::libcurl

#endif  // SPANSMITH_INTEGRATIONS_LIBCURL_HANDLES_H_
