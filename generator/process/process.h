// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Runs other programs: the real compiler, mostly.
#ifndef SPANSMITH_GENERATOR_PROCESS_PROCESS_H_
#define SPANSMITH_GENERATOR_PROCESS_PROCESS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spansmith::generator {

using Arguments = std::vector<std::string>;

// Becomes the program. Returns only if it cannot be started: then prints why and gives the shell's 127 or 126.
// `called`: the name by which the program is to know itself; empty: as it is started.
int Become(const Arguments& command, const std::string& called = {});

// Runs the program with our standard streams and waits. The exit code, 128 + n if signal n ended it, 127 or 126 if it
// could not be started (said on stderr).
int Run(const Arguments& command);

// Runs the program with no standard input; every piece of its standard output goes to `on_output` as it comes, and
// all of its standard error into `*errors`. The exit code as Run's, but nothing is said of a program
// that cannot be started.
int Capture(const Arguments& command, const std::function<void(std::string_view)>& on_output, std::string* errors);

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_PROCESS_PROCESS_H_
