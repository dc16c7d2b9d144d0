// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// See file_exporter.h.
#include "export/file/file_exporter.h"

#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "export/file/json_encoder.h"

namespace spansmith::exporter {
namespace {

// It may be taken later, but the end of the program does not wait for a disk.
Outcome NotNow(int error) {
  Outcome outcome = Outcome::Retry(std::generic_category().message(error));
  outcome.refused = true;
  return outcome;
}

// How many bytes were written; *error is 0 if all.
std::size_t WriteAll(int file, std::string_view text, int* error) {
  std::size_t done = 0;
  *error = 0;
  while (done != text.size()) {
    const ssize_t written = write(file, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      *error = written < 0 ? errno : ENOSPC;
      break;
    }
    done += static_cast<std::size_t>(written);
  }
  return done;
}

}  // namespace

FileExporter::FileExporter(std::string path, Attributes resource, Rotation rotation)
    : path_(std::move(path)), resource_(std::move(resource)), rotation_(rotation) {}

Outcome FileExporter::Export(const drain::Batch& batch, const transport::Patience& /*patience*/) {
  const std::string line = (torn_ ? "\n" : "") + EncodeTracesAsJson(batch.Spans(), resource_) + '\n';
  const int file = OpenRotated(path_, rotation_, line.size());
  if (file < 0) return NotNow(errno);
  int error = 0;
  const std::size_t written = WriteAll(file, line, &error);
  if (written != 0) torn_ = error != 0;
  // Some file systems tell of a full disk only here.
  if (close(file) != 0 && error == 0 && errno != EINTR) error = errno;
  if (error != 0) return NotNow(error);
  return Outcome::Delivered();
}

}  // namespace spansmith::exporter
