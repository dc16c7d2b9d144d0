// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// libcurl's multi handle, whose own file descriptors a program that is run by this one does not inherit.
#ifndef SPANSMITH_TRANSPORT_WAKEUP_PAIR_H_
#define SPANSMITH_TRANSPORT_WAKEUP_PAIR_H_

#include <curl/curl.h>

namespace spansmith::transport {

// Null where libcurl's is. Debian's libcurl makes a pair of sockets in it, for curl_multi_wakeup, that stay open across
// execve(2), and tells nobody their numbers: they are those that have a byte when one was sent.
CURLM* MakeMulti();

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_WAKEUP_PAIR_H_
