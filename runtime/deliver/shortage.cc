// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See shortage.h.
#include "deliver/shortage.h"

#include "notice/counted.h"
#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

constexpr std::chrono::seconds kShortageIsOver{1};  // without a drop
constexpr std::chrono::minutes kBetweenShortages{1};

}  // namespace

void Shortage::Look(std::uint64_t dropped, Clock::time_point now) {
  if (dropped > seen_) {
    seen_ = dropped;
    last_drop_ = now;
    if (now_) return;
    now_ = true;
    told_ = last_told_ == Clock::time_point::min() || now - last_told_ >= kBetweenShortages;
    if (!told_) return;
    last_told_ = now;
    notice::Say(noun_ + " are lost: " + full_ + " is full; they are counted; " + advice_);
  } else if (now_ && now - last_drop_ >= kShortageIsOver) {
    now_ = false;
    if (!told_) return;
    const std::uint64_t lost = seen_ - said_;
    notice::Say(full_ + " has room again; " + notice::Counted(lost, noun_) + notice::Were(lost) + "lost meanwhile");
    said_ = seen_;
  }
}

}  // namespace spansmith::deliver
