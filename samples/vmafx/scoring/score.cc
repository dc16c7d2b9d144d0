// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See score.h.
#include "scoring/score.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>

namespace vmafx {
namespace {

double SsimOfWindow(const Clip& a, const Clip& b, std::size_t frame, int left, int top) {
  constexpr int kSize = 8;
  constexpr double kC1 = (0.01 * 255) * (0.01 * 255);
  constexpr double kC2 = (0.03 * 255) * (0.03 * 255);
  double sum_a = 0, sum_b = 0, sum_aa = 0, sum_bb = 0, sum_ab = 0;
  for (int y = top; y < top + kSize; ++y) {
    for (int x = left; x < left + kSize; ++x) {
      const auto at = static_cast<std::size_t>(y * a.width + x);
      const double pa = a.frames[frame][at];
      const double pb = b.frames[frame][at];
      sum_a += pa, sum_b += pb, sum_aa += pa * pa, sum_bb += pb * pb, sum_ab += pa * pb;
    }
  }
  constexpr double kCount = kSize * kSize;
  const double mean_a = sum_a / kCount;
  const double mean_b = sum_b / kCount;
  const double variance_a = sum_aa / kCount - mean_a * mean_a;
  const double variance_b = sum_bb / kCount - mean_b * mean_b;
  const double covariance = sum_ab / kCount - mean_a * mean_b;
  return ((2 * mean_a * mean_b + kC1) * (2 * covariance + kC2)) /
         ((mean_a * mean_a + mean_b * mean_b + kC1) * (variance_a + variance_b + kC2));
}

void Check(const char* what, int value, int least, int most) {
  if (value < least || value > most) {
    throw std::invalid_argument(std::string(what) + " " + std::to_string(value) + ": expected " +
                                std::to_string(least) + " to " + std::to_string(most));
  }
}

}  // namespace

ClipPair MakeClips(int width, int height, int frames, int noise) {
  Check("width", width, 8, 4'096);
  Check("height", height, 8, 4'096);
  Check("frames", frames, 1, 1'000);
  Check("noise", noise, 0, 255);
  ClipPair clips;
  clips.reference = clips.distorted = {width, height, {}};
  std::minstd_rand random(1);
  for (int frame = 0; frame < frames; ++frame) {
    std::vector<std::uint8_t> reference;
    std::vector<std::uint8_t> distorted;
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x) {
        const int value = (x * 3 + y * 5 + frame * 7 + (x * y) / 16) & 0xff;
        const int off = noise == 0 ? 0 : static_cast<int>(random() % static_cast<unsigned>(2 * noise + 1)) - noise;
        reference.push_back(static_cast<std::uint8_t>(value));
        distorted.push_back(static_cast<std::uint8_t>(std::clamp(value + off, 0, 255)));
      }
    }
    clips.reference.frames.push_back(std::move(reference));
    clips.distorted.frames.push_back(std::move(distorted));
  }
  return clips;
}

double Psnr(const ClipPair& clips) {
  double squares = 0;
  double pixels = 0;
  for (std::size_t frame = 0; frame < clips.reference.frames.size(); ++frame) {
    const auto& a = clips.reference.frames[frame];
    const auto& b = clips.distorted.frames[frame];
    for (std::size_t i = 0; i < a.size(); ++i) squares += (a[i] - b[i]) * (a[i] - b[i]);
    pixels += static_cast<double>(a.size());
  }
  return squares == 0 ? 100 : 10 * std::log10(255.0 * 255.0 * pixels / squares);
}

double Ssim(const ClipPair& clips) {
  constexpr int kStride = 4;
  double sum = 0;
  double windows = 0;
  for (std::size_t frame = 0; frame < clips.reference.frames.size(); ++frame) {
    for (int y = 0; y + 8 <= clips.reference.height; y += kStride) {
      for (int x = 0; x + 8 <= clips.reference.width; x += kStride) {
        sum += SsimOfWindow(clips.reference, clips.distorted, frame, x, y);
        ++windows;
      }
    }
  }
  return sum / windows;
}

}  // namespace vmafx
