// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the pack `libcurl` calls instead of curl_easy_perform. It stands before all other text of a source, so it
// includes nothing; what it needs of libcurl it is given. Link Spansmith::libcurl.
#ifndef SPANSMITH_CALL_CURL_H_
#define SPANSMITH_CALL_CURL_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

namespace spansmith {
namespace call {

// Calls run(what), which performs the transfer of the easy handle and returns its CURLcode, within a client's span; of
// an HTTP request that libcurl repeats (a redirect, another try) within a span for each, siblings. Returns what it
// returned. docs/http.md.
int PerformCurl(void* handle, int (*run)(void* what), void* what);

template <typename T>
struct CurlArgument {
  using Type = T;
};

template <typename Code, typename Handle>
Code CurlEasyPerform(Code (*perform)(Handle*), typename CurlArgument<Handle>::Type* handle) {
  struct Call {
    Code (*perform)(Handle*);
    Handle* handle;
    static int Run(void* what) {
      const Call& call = *static_cast<Call*>(what);
      return static_cast<int>(call.perform(call.handle));
    }
  };
  Call call{perform, handle};
  return static_cast<Code>(PerformCurl(handle, &Call::Run, &call));
}

}  // namespace call
}  // namespace spansmith

#endif  // SPANSMITH_CALL_CURL_H_
