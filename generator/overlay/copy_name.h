// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The file name of a header's copy.
#ifndef SPANSMITH_GENERATOR_OVERLAY_COPY_NAME_H_
#define SPANSMITH_GENERATOR_OVERLAY_COPY_NAME_H_

#include <string>

namespace spansmith::generator {

// "service.9f86d081884c7d65.h": the original's name, with 64 bits of the SHA-256 of `content`.
std::string CopyName(const std::string& original, const std::string& content);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_OVERLAY_COPY_NAME_H_
