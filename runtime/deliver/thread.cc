// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See thread.h.
#include "deliver/thread.h"

#include <signal.h>

#include <memory>
#include <string>
#include <system_error>

#include "record/thread_state.h"

namespace spansmith::deliver {
namespace {

struct Begin {
  std::string name;
  void* (*main)(void*);
  void* argument;
};

void* Main(void* data) {
  const std::unique_ptr<Begin> begin(static_cast<Begin*>(data));
  record::thread_state.inside_runtime = true;
  pthread_setname_np(pthread_self(), begin->name.c_str());
  return begin->main(begin->argument);
}

}  // namespace

pthread_t StartThread(const char* name, void* (*main)(void*), void* argument) {
  auto begin = std::make_unique<Begin>(Begin{name, main, argument});
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_t thread{};
  const int error = pthread_create(&thread, nullptr, &Main, begin.get());
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  if (error != 0) throw std::system_error(error, std::generic_category());
  static_cast<void>(begin.release());  // the thread's
  return thread;
}

}  // namespace spansmith::deliver
