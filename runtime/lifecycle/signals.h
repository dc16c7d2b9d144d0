// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// SPANSMITH_SIGNALS=drain: SIGTERM and SIGINT, where the program leaves them to their default, first send what there
// is, and then end the process as they would have.
#ifndef SPANSMITH_LIFECYCLE_SIGNALS_H_
#define SPANSMITH_LIFECYCLE_SIGNALS_H_

namespace spansmith::lifecycle {

// Once in a process. Never over a handler that the program installed, nor over SIG_IGN; one that it installs later
// replaces ours. `drain` runs on a thread of its own when a signal has come, and then the signal ends the process. A
// forked child has the default. Throws std::system_error if there can be no thread.
void DrainOnSignals(void (*drain)());

}  // namespace spansmith::lifecycle

#endif  // SPANSMITH_LIFECYCLE_SIGNALS_H_
