// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See wakeup_pair.h.
#include "transport/wakeup_pair.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <vector>

namespace spansmith::transport {
namespace {

// Local sockets that do not block and would be inherited, in order.
std::vector<int> Candidates() {
  std::vector<int> found;
  DIR* const folder = opendir("/proc/self/fd");
  if (folder == nullptr) return found;
  while (const dirent* entry = readdir(folder)) {
    const int file = std::atoi(entry->d_name);
    int family = 0;
    socklen_t size = sizeof family;
    if (file == dirfd(folder) || fcntl(file, F_GETFD) != 0 || (fcntl(file, F_GETFL) & O_NONBLOCK) == 0) continue;
    if (getsockopt(file, SOL_SOCKET, SO_DOMAIN, &family, &size) == 0 && family == AF_UNIX) found.push_back(file);
  }
  closedir(folder);
  std::sort(found.begin(), found.end());
  return found;
}

// Bytes that wait to be read here, or there.
bool HasSome(int file) {
  int to_read = 0;
  int unread = 0;
  ioctl(file, SIOCINQ, &to_read);
  ioctl(file, SIOCOUTQ, &unread);
  return to_read != 0 || unread != 0;
}

void KeepIf(std::vector<int>* files, bool has_some) {
  files->erase(std::remove_if(files->begin(), files->end(), [=](int file) { return HasSome(file) != has_some; }),
               files->end());
}

}  // namespace

CURLM* MakeMulti() {
  const std::vector<int> before = Candidates();
  CURLM* const multi = curl_multi_init();
  if (multi == nullptr) return nullptr;
  const std::vector<int> after = Candidates();
  std::vector<int> added;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
  // Other threads make sockets too: only those that are empty, then are not, and then are again, are these.
  KeepIf(&added, false);
  if (added.empty() || curl_multi_wakeup(multi) != CURLM_OK) return multi;
  KeepIf(&added, true);
  curl_multi_poll(multi, nullptr, 0, 0, nullptr);  // takes the byte
  KeepIf(&added, false);
  if (added.size() != 2) return multi;
  for (const int file : added) fcntl(file, F_SETFD, FD_CLOEXEC);
  return multi;
}

}  // namespace spansmith::transport
