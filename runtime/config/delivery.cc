// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See delivery.h.
#include "config/delivery.h"

#include <algorithm>

#include "config/timeout.h"

namespace spansmith::config {
namespace {

bool ReadDropOldest(const Environment& environment, Notices& notices) {
  constexpr char kName[] = "SPANSMITH_QUEUE_DROP";
  const std::string value = environment(kName);
  const std::string word = Lower(Trim(value));
  if (word == "oldest") return true;
  if (!word.empty() && word != "newest") notices.push_back(BadValue(kName, value, "newest or oldest", "newest"));
  return false;
}

}  // namespace

void ReadBatch(const Environment& environment, BatchConfig& batch, Notices& notices) {
  batch.schedule_delay = ReadMilliseconds(environment, "OTEL_BSP_SCHEDULE_DELAY", batch.schedule_delay, notices);
  batch.export_timeout = ReadTimeout(environment, "OTEL_BSP_EXPORT_TIMEOUT", batch.export_timeout, notices);
  constexpr long long kMost = 1'000'000;
  batch.max_queue_size =
      static_cast<std::size_t>(ReadNumber(environment, "OTEL_BSP_MAX_QUEUE_SIZE", 1, kMost, 2'048, notices));
  const auto batch_fallback = static_cast<long long>(std::min<std::size_t>(512, batch.max_queue_size));
  batch.max_batch_size =
      static_cast<std::size_t>(ReadNumber(environment, "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", 1,
                                          static_cast<long long>(batch.max_queue_size), batch_fallback, notices));
  batch.max_queue_bytes = ReadMebibytes(environment, "SPANSMITH_QUEUE_SIZE", 1, 65'536, 16, notices);
  batch.drop_oldest = ReadDropOldest(environment, notices);
}

void ReadRetry(const Environment& environment, RetryConfig& retry, Notices& notices) {
  retry.first_delay = std::chrono::milliseconds(
      ReadNumber(environment, "SPANSMITH_RETRY_DELAY", 1, 60'000, retry.first_delay.count(), notices));
  retry.most_delay = std::max(retry.most_delay, retry.first_delay);
  retry.total = ReadMilliseconds(environment, "SPANSMITH_RETRY_TIME", retry.total, notices);
}

void ReadSpill(const Environment& environment, SpillConfig& spill, Notices& notices) {
  spill.folder = environment("SPANSMITH_SPILL_DIRECTORY");
  spill.max_bytes = ReadMebibytes(environment, "SPANSMITH_SPILL_SIZE", 1, 65'536, 64, notices);
}

}  // namespace spansmith::config
