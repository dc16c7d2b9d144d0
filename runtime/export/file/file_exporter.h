// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Appends each batch to a file as one line of JSON, by one write(2), so that several processes may share the file. The
// file is opened for each batch: it may be moved away at any time (logrotate). A batch that could not be written whole
// is not delivered; what is left of its line is ended before the next one, so that one line at most is spoiled.
#ifndef SPANSMITH_EXPORT_FILE_FILE_EXPORTER_H_
#define SPANSMITH_EXPORT_FILE_FILE_EXPORTER_H_

#include <string>

#include "export/exporter.h"
#include "export/file/rotation.h"

namespace spansmith::exporter {

class FileExporter : public Exporter {
 public:
  FileExporter(std::string path, Attributes resource, Rotation rotation = {});

  Outcome Export(const drain::Batch& batch, const transport::Patience& patience) override;
  bool NeedsTime() const override { return false; }
  std::string Type() const override { return "file_exporter"; }
  std::string Destination() const override { return "the file " + path_; }
  std::string Advice() const override { return "check SPANSMITH_TRACES_FILE"; }

 private:
  const std::string path_;
  const Attributes resource_;
  const Rotation rotation_;
  bool torn_ = false;  // the last line has no end
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_FILE_FILE_EXPORTER_H_
