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

SPANSMITH_SPAN("Fetch") static CURLcode Fetch(CURL* handle, const char* url) {
  std::size_t size = 0;
  curl_easy_setopt(handle, CURLOPT_URL, url);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, Count);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &size);
  const CURLcode code = (curl_easy_perform)(handle);
  std::printf("%d %d\n", static_cast<int>(code), size > 0 ? 1 : 0);
  return code;
}

void Run();
void Run() {
  CURL* const handle = curl_easy_init();
  Fetch(handle, "file:///etc/passwd");
  Fetch(handle, "file:///no/such/file");
  std::printf("%d\n", curl_easy_perform(handle) == CURLE_OK ? 1 : 0);
  curl_easy_cleanup(handle);
}
