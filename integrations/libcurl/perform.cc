// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// PerformCurl: see spansmith/call/curl.h.
#include <curl/curl.h>
#include <spansmith/call/curl.h>
#include <spansmith/http.h>

#include <exception>
#include <optional>

#include "handles.h"
#include "transfer.h"

namespace spansmith::call {

int PerformCurl(void* handle, int (*run)(void* what), void* what) {
  if (handle == nullptr) return run(what);  // libcurl says what of it
  std::optional<libcurl::Transfer<HttpClientSpan>> transfer;
  try {
    transfer.emplace(handle, libcurl::OptionsOf(handle));
  } catch (const std::exception&) {  // no memory for a span
    return run(what);
  }
  const int code = run(what);
  try {
    transfer->End(code);
  } catch (const std::exception&) {
  }
  return code;
}

}  // namespace spansmith::call
