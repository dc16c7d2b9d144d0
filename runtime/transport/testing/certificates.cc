// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See certificates.h.
#include "transport/testing/certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace spansmith::transport {
namespace {

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

constexpr long kDay = 24 * 60 * 60;

void Check(bool done) {
  if (!done) throw std::runtime_error("OpenSSL cannot make a certificate");
}

void Extend(X509* certificate, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str());
  Check(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
  X509_EXTENSION_free(extension);
}

template <typename Write>
void WriteFile(const std::string& path, Write write) {
  std::FILE* const file = std::fopen(path.c_str(), "w");
  Check(file != nullptr && write(file) == 1);
  std::fclose(file);
}

}  // namespace

struct TestAuthority::State {
  std::string folder;
  long serial = 0;
  Key key{nullptr, &EVP_PKEY_free};
  Certificate certificate{nullptr, &X509_free};

  // Signed by the authority, or by itself while there is none.
  Certificate Make(const std::string& common_name, EVP_PKEY* own, bool expired) {
    Certificate made(X509_new(), &X509_free);
    X509* const x = made.get();
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), ++serial);
    X509_gmtime_adj(X509_getm_notBefore(x), -2 * kDay);
    X509_gmtime_adj(X509_getm_notAfter(x), expired ? -kDay : kDay);
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char*>(common_name.c_str()), -1, -1, 0);
    X509* const issuer = certificate ? certificate.get() : x;
    X509_set_issuer_name(x, X509_get_subject_name(issuer));
    X509_set_pubkey(x, own);
    Extend(x, issuer, NID_basic_constraints, certificate ? "CA:FALSE" : "critical,CA:TRUE");
    return made;
  }
  void Sign(X509* made, EVP_PKEY* with) { Check(X509_sign(made, with, EVP_sha256()) != 0); }
};

TestAuthority::TestAuthority() : state_(std::make_unique<State>()) {
  char name[] = "/tmp/spansmith-certificates-XXXXXX";
  Check(mkdtemp(name) != nullptr);
  state_->folder = name;
  state_->key.reset(EVP_EC_gen("P-256"));
  Certificate made = state_->Make("Spansmith test authority", state_->key.get(), false);
  Extend(made.get(), made.get(), NID_subject_key_identifier, "hash");
  state_->Sign(made.get(), state_->key.get());
  WriteFile(certificate(), [&](std::FILE* file) { return PEM_write_X509(file, made.get()); });
  state_->certificate = std::move(made);
}

TestAuthority::~TestAuthority() { std::filesystem::remove_all(state_->folder); }

std::string TestAuthority::certificate() const { return state_->folder + "/ca.pem"; }
std::string TestAuthority::folder() const { return state_->folder; }

TestCertificate TestAuthority::Issue(const std::string& name, bool expired) {
  const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  const Certificate made = state_->Make("Spansmith test", key.get(), expired);
  Extend(made.get(), state_->certificate.get(), NID_subject_alt_name, name);
  state_->Sign(made.get(), state_->key.get());
  const std::string stem = state_->folder + "/" + std::to_string(state_->serial);
  const TestCertificate paths{stem + ".pem", stem + ".key"};
  WriteFile(paths.certificate, [&](std::FILE* file) { return PEM_write_X509(file, made.get()); });
  WriteFile(paths.key, [&](std::FILE* file) {
    return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  return paths;
}

}  // namespace spansmith::transport
