// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// How much a distorted clip differs from the clip: peak signal-to-noise ratio, and structural similarity (Wang et al.
// 2004) of 8x8 windows with a stride of 4; luma of 8 bits, made by the sample itself from the job's numbers, so that
// every node comes to the same.
#ifndef SPANSMITH_SAMPLES_VMAFX_SCORING_SCORE_H_
#define SPANSMITH_SAMPLES_VMAFX_SCORING_SCORE_H_

#include <spansmith/annotations.h>

#include <cstdint>
#include <vector>

namespace vmafx {

struct Clip {
  int width = 0;
  int height = 0;
  std::vector<std::vector<std::uint8_t>> frames;  // row by row
};

struct ClipPair {
  Clip reference;
  Clip distorted;
};

// Throws std::invalid_argument if a size is below 8 or above 4096, or frames or noise are out of 1..1000 and 0..255.
SPANSMITH_SPAN("Decode", SPANSMITH_ATTR(vmafx.frames, frames))
ClipPair MakeClips(int width, int height, int frames, int noise);

// In dB; 100 where nothing differs.
SPANSMITH_SPAN("Score(PSNR)", SPANSMITH_RETURN_ATTR(vmafx.psnr_db, result))
double Psnr(const ClipPair& clips);

// 1 where nothing differs.
SPANSMITH_SPAN("Score(SSIM)", SPANSMITH_RETURN_ATTR(vmafx.ssim, result))
double Ssim(const ClipPair& clips);

}  // namespace vmafx

#endif  // SPANSMITH_SAMPLES_VMAFX_SCORING_SCORE_H_
