// A header with a call, and with no annotation.
#ifndef FLUSHER_H_
#define FLUSHER_H_

#include "queue.h"

int Step(int step);

inline void Flush(Queue& queue, int step) {
  queue.Add([step] { Step(step); });
}

#endif  // FLUSHER_H_
