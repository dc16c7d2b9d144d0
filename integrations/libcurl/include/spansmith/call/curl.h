// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the pack `libcurl` calls instead of curl_easy_perform and of functions of the multi interface. It stands before
// all other text of a source, so it includes nothing; what it needs of libcurl it is given. Link Spansmith::libcurl.
#ifndef SPANSMITH_CALL_CURL_H_
#define SPANSMITH_CALL_CURL_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

namespace spansmith {
namespace call {

// Calls run(what), which performs the transfer of the easy handle and returns its CURLcode, within a client's span; of
// an HTTP request that libcurl repeats (a redirect, another try) within a span for each, siblings. Returns what it
// returned. docs/http.md.
int PerformCurl(void* handle, int (*run)(void* what), void* what);

// Calls run(what), which adds the easy handle to a multi handle and returns a CURLMcode. From then on, if it was added,
// the transfer has a client's span, below what is current here.
int AddCurl(void* handle, int (*run)(void* what), void* what);
// Its message was read: `code`, a CURLcode. Nothing if the handle is in no transfer.
void EndCurl(void* handle, int code);
// It is about to be removed; if its message was not read, that is its end.
void RemoveCurl(void* handle);

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

template <typename Code, typename Multi, typename Handle>
Code CurlMultiAddHandle(Code (*add)(Multi*, Handle*), typename CurlArgument<Multi>::Type* multi,
                        typename CurlArgument<Handle>::Type* handle) {
  struct Call {
    Code (*add)(Multi*, Handle*);
    Multi* multi;
    Handle* handle;
    static int Run(void* what) {
      const Call& call = *static_cast<Call*>(what);
      return static_cast<int>(call.add(call.multi, call.handle));
    }
  };
  Call call{add, multi, handle};
  return static_cast<Code>(AddCurl(handle, &Call::Run, &call));
}

template <typename Code, typename Multi, typename Handle>
Code CurlMultiRemoveHandle(Code (*remove)(Multi*, Handle*), typename CurlArgument<Multi>::Type* multi,
                           typename CurlArgument<Handle>::Type* handle) {
  if (multi != nullptr && handle != nullptr) RemoveCurl(handle);
  return remove(multi, handle);
}

template <typename Message, typename Multi>
Message* CurlMultiInfoRead(Message* (*read)(Multi*, int*), typename CurlArgument<Multi>::Type* multi, int* left) {
  Message* const message = read(multi, left);
  constexpr int kDone = 1;  // CURLMSG_DONE, the only one there is
  if (message != nullptr && static_cast<int>(message->msg) == kDone) {
    EndCurl(message->easy_handle, static_cast<int>(message->data.result));
  }
  return message;
}

}  // namespace call
}  // namespace spansmith

#endif  // SPANSMITH_CALL_CURL_H_
