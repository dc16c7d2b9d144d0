// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Which easy handles are in a transfer of the multi interface, with the transfer. Any thread; one at a time for a
// handle, as libcurl demands.
#ifndef SPANSMITH_INTEGRATIONS_LIBCURL_MULTI_H_
#define SPANSMITH_INTEGRATIONS_LIBCURL_MULTI_H_

#include <curl/curl.h>

namespace spansmith::libcurl {

// The handle goes away: what it is in, if anything, is over.
void EndMulti(CURL* handle) noexcept;

}  // namespace spansmith::libcurl

#endif  // SPANSMITH_INTEGRATIONS_LIBCURL_MULTI_H_
