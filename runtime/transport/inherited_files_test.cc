// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What a program that is run by this one would inherit: of ours, nothing.
#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <set>

#include "transport/http.h"
#include "transport/testing/http_server.h"
#include "transport/testing/raw_server.h"
#include "transport/wakeup_pair.h"

namespace spansmith::transport {
namespace {

const Patience kPatient{[] { return std::chrono::milliseconds(60'000); }, {}};

std::set<int> Inherited() {
  std::set<int> files;
  DIR* const folder = opendir("/proc/self/fd");
  while (const dirent* entry = readdir(folder)) {
    const int file = std::atoi(entry->d_name);
    if (entry->d_name[0] != '.' && file != dirfd(folder) && fcntl(file, F_GETFD) == 0) files.insert(file);
  }
  closedir(folder);
  return files;
}

TEST(InheritedFiles, NoneOfAConnectionThatIsKept) {
  RawServer server([](RawConnection& peer) {
    while (peer.ReadRequest()) peer.Send(HttpAnswer(200));
  });
  const std::string path = "/tmp/spansmith-inherited-test-" + std::to_string(getpid());
  RawServer local(
      [](RawConnection& peer) {
        while (peer.ReadRequest()) peer.Send(HttpAnswer(200));
      },
      path);
  const std::set<int> before = Inherited();
  HttpClient client;
  HttpClient over_socket(Connecting{{}, path, {}, {}});
  EXPECT_EQ(client.Post(server.url(), {}, "x", kPatient).status, 200);
  EXPECT_EQ(over_socket.Post("http://localhost/", {}, "x", kPatient).status, 200);
  EXPECT_EQ(Inherited(), before);
}

TEST(InheritedFiles, NoneOfLibcurlsOwnAndNoneOfOthersIsTouched) {
  int pair[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, pair), 0);
  const std::set<int> before = Inherited();
  CURLM* const multi = MakeMulti();
  EXPECT_EQ(Inherited(), before);
  EXPECT_EQ(before.count(pair[0]), 1u);
  EXPECT_EQ(curl_multi_wakeup(multi), CURLM_OK);  // it still works
  int ready = 0;
  EXPECT_EQ(curl_multi_poll(multi, nullptr, 0, 60'000, &ready), CURLM_OK);
  curl_multi_cleanup(multi);
  for (const int end : pair) close(end);
}

}  // namespace
}  // namespace spansmith::transport
