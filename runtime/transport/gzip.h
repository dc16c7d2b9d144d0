// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Bytes in the gzip format (RFC 1952), at zlib's fastest level: spans repeat themselves, and the thread that does it is
// the program's guest. Pure; throws std::bad_alloc.
#ifndef SPANSMITH_TRANSPORT_GZIP_H_
#define SPANSMITH_TRANSPORT_GZIP_H_

#include <string>
#include <string_view>

namespace spansmith::transport {

std::string Gzip(std::string_view bytes);

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_GZIP_H_
