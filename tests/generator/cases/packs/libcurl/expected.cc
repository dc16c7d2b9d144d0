/*prologue*/
#line 1 "input.cc"
// The pack of libcurl: a client span around each transfer, on the real library; of files, so that no server is needed.
// packs: libcurl
// libraries: -lcurl
#include <curl/curl.h>
#include <spansmith/annotations.h>

#include <cstddef>
#include <cstdio>

static std::size_t Count(char*, std::size_t size, std::size_t count, void* to) {
  *static_cast<std::size_t*>(to) += size * count;
  return size * count;
}

SPANSMITH_SPAN("Fetch") static CURLcode Fetch(CURL* handle, const char* url) { static ::spansmith::injected::sm_Site sm_call_1 = ::spansmith::injected::sm_Site("HTTP").sm_At("Fetch", __FILE__, 20).sm_Scope("libcurl").sm_Kind(::spansmith::injected::sm_SpanKind::kClient); /*guard 1*/
  std::size_t size = 0;
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Count);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &size);
  const CURLcode code = (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_1)), 
#line 20 "input.cc"
                        (curl_easy_perform)(handle))
#line 20 "input.cc"
                                                   ;
  std::printf("%d %d\n", static_cast<int>(code), size > 0 ? 1 : 0);
  return code;
}

void Run();
void Run() { static ::spansmith::injected::sm_Site sm_call_2 = ::spansmith::injected::sm_Site("HTTP").sm_At("Run", __FILE__, 30).sm_Scope("libcurl").sm_Kind(::spansmith::injected::sm_SpanKind::kClient);
  CURL* const handle = curl_easy_init();
  Fetch(handle, "file:///etc/passwd");
  Fetch(handle, "file:///no/such/file");
  std::printf("%d\n", (static_cast<void>(::spansmith::injected::sm_CallGuard(&sm_call_2)), 
#line 30 "input.cc"
                      curl_easy_perform(handle))
#line 30 "input.cc"
                                                == CURLE_OK ? 1 : 0);
  curl_easy_cleanup(handle);
}
