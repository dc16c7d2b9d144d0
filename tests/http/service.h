// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A service over HTTP that calls on to another (here itself), as anybody would write it: there is no span in it, and
// no header of a trace. Compiled twice: with the packs' rules, and without; the namespace says which.
#ifndef SPANSMITH_TESTS_HTTP_SERVICE_H_
#define SPANSMITH_TESTS_HTTP_SERVICE_H_

#include <memory>
#include <string>

#define SPANSMITH_TEST_DECLARE_SERVICE(name)                               \
  namespace name {                                                         \
  class Service {                                                          \
   public:                                                                 \
    Service(); /* listens on 127.0.0.1, on a port that was free */         \
    ~Service();                                                            \
    int port() const;                                                      \
    std::string Url(const std::string& path) const;                        \
                                                                           \
   private:                                                                \
    struct Server;                                                         \
    std::unique_ptr<Server> server_;                                       \
  };                                                                       \
  /* Over TLS, with /echo alone; paths of PEM files. */                    \
  class SecureService {                                                    \
   public:                                                                 \
    SecureService(const std::string& certificate, const std::string& key); \
    ~SecureService();                                                      \
    int port() const;                                                      \
                                                                           \
   private:                                                                \
    struct Server;                                                         \
    std::unique_ptr<Server> server_;                                       \
  };                                                                       \
  }

SPANSMITH_TEST_DECLARE_SERVICE(traced)
SPANSMITH_TEST_DECLARE_SERVICE(plain)

#endif  // SPANSMITH_TESTS_HTTP_SERVICE_H_
