// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/process/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <iostream>

extern char** environ;

namespace spansmith::generator {
namespace {

std::vector<char*> Argv(const Arguments& command) {
  std::vector<char*> argv;
  argv.reserve(command.size() + 1);
  for (const std::string& argument : command) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  return argv;
}

int CannotStart(const Arguments& command, int error) {
  std::cerr << "spansmith: cannot run `" << (command.empty() ? "" : command.front()) << "`: " << std::strerror(error)
            << "; expected a compiler after `--`\n";
  return error == ENOENT ? 127 : 126;
}

int Wait(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) return 126;
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

int Become(const Arguments& command, const std::string& called) {
  if (command.empty()) return CannotStart(command, ENOENT);
  std::cout.flush();
  std::cerr.flush();
  Arguments told = command;
  if (!called.empty()) told.front() = called;
  execvp(command.front().c_str(), Argv(told).data());
  return CannotStart(command, errno);
}

int Run(const Arguments& command) {
  if (command.empty()) return CannotStart(command, ENOENT);
  std::cout.flush();
  std::cerr.flush();
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, command.front().c_str(), nullptr, nullptr, Argv(command).data(), environ);
  return error != 0 ? CannotStart(command, error) : Wait(pid);
}

int Capture(const Arguments& command, const std::function<void(std::string_view)>& on_output, std::string* errors) {
  if (command.empty()) return 127;
  std::array<int, 2> out{};
  std::array<int, 2> err{};
  if (pipe2(out.data(), O_CLOEXEC) != 0) return 126;
  if (pipe2(err.data(), O_CLOEXEC) != 0) {
    close(out[0]);
    close(out[1]);
    return 126;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, command.front().c_str(), &actions, nullptr, Argv(command).data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  close(err[1]);
  std::array<pollfd, 2> polled{pollfd{error == 0 ? out[0] : -1, POLLIN, 0},
                               pollfd{error == 0 ? err[0] : -1, POLLIN, 0}};
  std::vector<char> buffer(1 << 16);
  while (polled[0].fd >= 0 || polled[1].fd >= 0) {
    if (poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR) break;
    for (std::size_t i = 0; i < polled.size(); ++i) {
      if (polled[i].fd < 0 || polled[i].revents == 0) continue;
      const ssize_t n = read(polled[i].fd, buffer.data(), buffer.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) {
        polled[i].fd = -1;
      } else if (i == 0) {
        on_output(std::string_view(buffer.data(), static_cast<std::size_t>(n)));
      } else {
        errors->append(buffer.data(), static_cast<std::size_t>(n));
      }
    }
  }
  close(out[0]);
  close(err[0]);
  return error != 0 ? (error == ENOENT ? 127 : 126) : Wait(pid);
}

}  // namespace spansmith::generator
