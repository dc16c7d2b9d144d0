// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The name of a CURLcode, for error.type: libcurl has only sentences. Pure.
#ifndef SPANSMITH_INTEGRATIONS_LIBCURL_ERRORS_H_
#define SPANSMITH_INTEGRATIONS_LIBCURL_ERRORS_H_

#include <string>

namespace spansmith::libcurl {

// "CURLE_OPERATION_TIMEDOUT"; "CURLE_<number>" for one that is not known here.
std::string NameOf(int code);

}  // namespace spansmith::libcurl

#endif  // SPANSMITH_INTEGRATIONS_LIBCURL_ERRORS_H_
