// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See outage.h.
#include "deliver/outage.h"

#include "notice/notice.h"

namespace spansmith::deliver {
namespace {

constexpr std::chrono::minutes kPause{1};

}  // namespace

void Outage::Begin(Clock::time_point now) {
  if (now_) return;
  now_ = true;
  told_loss_ = false;
  told_ = last_told_ == Clock::time_point::min() || now - last_told_ >= kPause;
  if (told_) last_told_ = now;
}

void Outage::Postponed(const std::string& reason, std::chrono::milliseconds patience, Clock::time_point now) {
  if (now_) return;
  Begin(now);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience).count();
  Say(noun_ + " cannot be sent to " + destination_ + ": " + reason + "; they are kept and tried again for up to " +
      std::to_string(seconds) + " s; " + advice_);
}

void Outage::Lost(std::uint64_t spans, const std::string& reason, Clock::time_point now) {
  Begin(now);
  lost_ += spans;
  if (told_loss_) return;
  told_loss_ = true;
  Say(noun_ + " are lost: they cannot be sent to " + destination_ + ": " + reason + "; they are counted; " + advice_);
}

void Outage::Delivered(std::uint64_t beside) {
  if (!now_) return;
  now_ = false;
  lost_ += beside;
  Say(noun_ + " are sent to " + destination_ + " again; " +
      (lost_ == 0 ? "none was" : std::to_string(lost_) + (lost_ == 1 ? " was" : " were")) + " lost meanwhile");
  if (told_) lost_ = 0;
}

void Outage::Say(std::string_view text) const {
  if (told_ && !quiet_) notice::Say(text);
}

}  // namespace spansmith::deliver
