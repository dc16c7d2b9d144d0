// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What the runtime says on stderr, one line each, `spansmith: ` in front: what happened, where, why, what to do. A line
// that is about a state rather than an event is said once a process (a forked child may say it again). Any thread.
#ifndef SPANSMITH_NOTICE_NOTICE_H_
#define SPANSMITH_NOTICE_NOTICE_H_

#include <functional>
#include <string>
#include <string_view>

namespace spansmith::notice {

// How much a line matters (OTEL_LOG_LEVEL). kNone, of a line: it was asked for, and is always said.
enum class Level { kNone, kError, kWarn, kInfo, kDebug };

// Control characters are replaced by '?'; written in one write(2). Nothing where the level is above the one that is
// set.
void Say(std::string_view text, Level level = Level::kWarn) noexcept;
void SayOnce(std::string_view text, Level level = Level::kWarn) noexcept;  // the same text: only the first time

void SetLevel(Level most) noexcept;  // kInfo before the first call; kNone: nothing is said

// Where lines go instead of stderr, for tests; empty: stderr.
void SetSink(std::function<void(const std::string& line)> sink);

// The URL without user name and password, and without its query: safe to print.
std::string MaskUrl(std::string_view url);

// Around fork(2): the lock is held across it, so that the child finds the state whole. forget: in the child.
void HoldForFork() noexcept;
void ReleaseAfterFork(bool forget) noexcept;

}  // namespace spansmith::notice

#endif  // SPANSMITH_NOTICE_NOTICE_H_
