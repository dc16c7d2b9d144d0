#ifndef QUEUE_H_
#define QUEUE_H_

#include <spansmith/annotations.h>

#include <functional>
#include <vector>

struct Queue {
  void Add(SPANSMITH_CARRY const std::function<void()>& task) { tasks.push_back(task); }
  std::vector<std::function<void()>> tasks;
};

#endif  // QUEUE_H_
