// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTLP strings are protobuf strings: UTF-8, or the receiver refuses the whole request. C++ strings are bytes.
#ifndef SPANSMITH_DRAIN_UTF8_H_
#define SPANSMITH_DRAIN_UTF8_H_

#include <spansmith/span_data.h>

#include <string>
#include <string_view>

namespace spansmith::drain {

// Most text is, and is valid as it is.
bool IsAscii(std::string_view bytes);

// The bytes, with U+FFFD for every byte that is not part of well-formed UTF-8 (Unicode, table 3-7).
std::string ValidUtf8(std::string_view bytes);
void MakeValidUtf8(AttributeValue& value);  // of its texts, if there are any

}  // namespace spansmith::drain

#endif  // SPANSMITH_DRAIN_UTF8_H_
