// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A child process with its input, and its two outputs in files of a folder. One thread.
#ifndef TESTS_E2E_PROCESS_H_
#define TESTS_E2E_PROCESS_H_

#include <sys/types.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace spansmith::e2e {

class Process {
 public:
  using Environment = std::map<std::string, std::string>;

  // Its environment is ours without what configures Spansmith or a proxy, plus `environment`; its outputs go to
  // FOLDER/NAME.out and FOLDER/NAME.err.
  Process(const std::vector<std::string>& words, const Environment& environment, const std::string& folder,
          const std::string& name);
  ~Process();  // killed, if it still runs
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void CloseInput();
  void Signal(int number) const;
  bool Runs();
  int Wait();  // its exit code; 128 + signal if a signal ended it
  std::string Out() const;
  std::string Err() const;

 private:
  bool Reap(int options);
  const std::string base_;
  pid_t pid_ = -1;
  int input_ = -1;
  bool ended_ = false;
  int code_ = -1;
};

std::string TextOf(const std::string& path);  // "" if there is no such file

// Until it holds; a minute later the test has failed, and this returns false.
bool WaitUntil(const std::string& what, const std::function<bool()>& holds);

}  // namespace spansmith::e2e

#endif  // TESTS_E2E_PROCESS_H_
