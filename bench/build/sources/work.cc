// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
#include <spansmith/annotations.h>

namespace WAY {

int Work(const char* name, int size);

SPANSMITH_SPAN("Work", SPANSMITH_ATTR(work.size, size))
int Work(const char* name, int size) {
  int sum = 0;
  for (int i = 0; i < size; ++i) sum += name[i] * (i + 1);
  return sum;
}

}  // namespace WAY
