// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Certificates for tests, made with OpenSSL in a folder of their own that goes with the object: an authority, and what
// it signs. One thread.
#ifndef SPANSMITH_TRANSPORT_TESTING_CERTIFICATES_H_
#define SPANSMITH_TRANSPORT_TESTING_CERTIFICATES_H_

#include <memory>
#include <string>

namespace spansmith::transport {

// Paths of PEM files.
struct TestCertificate {
  std::string certificate;
  std::string key;
};

class TestAuthority {
 public:
  TestAuthority();
  ~TestAuthority();
  TestAuthority(const TestAuthority&) = delete;
  TestAuthority& operator=(const TestAuthority&) = delete;

  std::string certificate() const;  // the authority's own: what a client trusts
  std::string folder() const;
  // For a server of that subject alternative name ("IP:127.0.0.1", "DNS:localhost"), or for a client.
  TestCertificate Issue(const std::string& name, bool expired = false);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace spansmith::transport

#endif  // SPANSMITH_TRANSPORT_TESTING_CERTIFICATES_H_
