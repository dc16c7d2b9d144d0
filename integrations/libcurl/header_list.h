// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Headers of ours in front of the program's list: nodes of our own whose last one points to the program's first. Its
// list is read, never changed, copied or freed.
#ifndef SPANSMITH_INTEGRATIONS_LIBCURL_HEADER_LIST_H_
#define SPANSMITH_INTEGRATIONS_LIBCURL_HEADER_LIST_H_

#include <curl/curl.h>

#include <list>
#include <string>
#include <string_view>

namespace spansmith::libcurl {

class HeaderList {
 public:
  explicit HeaderList(curl_slist* program) noexcept : program_(program) {}
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;

  // Leaves out what the program's list says itself. Nodes are kept from one request of a transfer to the next, for
  // libcurl has their addresses.
  void Set(std::string_view name, std::string_view value);
  // "name:" with nothing behind it: libcurl sends none such.
  void Blank();

  curl_slist* first() noexcept { return ours_.empty() ? program_ : &ours_.front().node; }
  bool empty() const noexcept { return ours_.empty(); }

 private:
  struct Ours {
    std::string name;
    std::string line;
    curl_slist node{};
  };
  bool ProgramHas(std::string_view name) const noexcept;

  curl_slist* program_;
  std::list<Ours> ours_;
};

}  // namespace spansmith::libcurl

#endif  // SPANSMITH_INTEGRATIONS_LIBCURL_HEADER_LIST_H_
