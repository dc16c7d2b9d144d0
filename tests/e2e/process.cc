// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See process.h.
#include "process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <thread>

namespace spansmith::e2e {
namespace {

std::vector<std::string> Variables(const Process::Environment& extra) {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    const std::string name = text.substr(0, text.find('='));
    const bool ours = name.rfind("OTEL_", 0) == 0 || name.rfind("SPANSMITH_", 0) == 0;
    const bool proxy = name.find("_proxy") != std::string::npos || name.find("_PROXY") != std::string::npos;
    if (!ours && !proxy) variables.push_back(text);
  }
  for (const auto& [name, value] : extra) variables.push_back(name + "=" + value);
  return variables;
}

std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

Process::Process(const std::vector<std::string>& words, const Environment& environment, const std::string& folder,
                 const std::string& name)
    : base_(folder + '/' + name) {
  int ends[2] = {-1, -1};
  EXPECT_EQ(pipe2(ends, O_CLOEXEC), 0);
  std::vector<std::string> copy = words;
  std::vector<std::string> variables = Variables(environment);
  const std::vector<char*> argv = Pointers(copy);
  const std::vector<char*> envp = Pointers(variables);
  const std::string out = base_ + ".out";
  const std::string err = base_ + ".err";
  pid_ = fork();
  if (pid_ == 0) {
    dup2(ends[0], 0);
    dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), 1);
    dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), 2);
    execve(argv[0], argv.data(), envp.data());
    _exit(127);
  }
  close(ends[0]);
  input_ = ends[1];
}

Process::~Process() {
  CloseInput();
  if (Runs()) {
    Signal(SIGKILL);
    Wait();
  }
}

void Process::CloseInput() {
  if (input_ >= 0) close(input_);
  input_ = -1;
}

void Process::Signal(int number) const { kill(pid_, number); }

bool Process::Reap(int options) {
  int status = 0;
  if (!ended_ && waitpid(pid_, &status, options) == pid_) {
    ended_ = true;
    code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return ended_;
}

bool Process::Runs() { return !Reap(WNOHANG); }

int Process::Wait() {
  Reap(0);
  return code_;
}

std::string Process::Out() const { return TextOf(base_ + ".out"); }
std::string Process::Err() const { return TextOf(base_ + ".err"); }

std::string TextOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool WaitUntil(const std::string& what, const std::function<bool()>& holds) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > deadline) {
      ADD_FAILURE() << "after a minute it is still not so: " << what;
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return true;
}

}  // namespace spansmith::e2e
