// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A request with exactly these header lines, however wrong they are.
#ifndef SPANSMITH_TESTS_HTTP_RAW_REQUEST_H_
#define SPANSMITH_TESTS_HTTP_RAW_REQUEST_H_

#include <string>
#include <vector>

namespace spansmith::test {

// The body of the answer to GET `path`; throws std::runtime_error where there is none with status 200.
std::string RawGet(int port, const std::string& path, const std::vector<std::string>& lines);

// The values of a header in what /echo answers.
std::vector<std::string> ValuesIn(const std::string& echo, const std::string& name);

}  // namespace spansmith::test

#endif  // SPANSMITH_TESTS_HTTP_RAW_REQUEST_H_
