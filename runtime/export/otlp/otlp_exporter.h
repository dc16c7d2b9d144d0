// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// OTLP in binary protobuf (opentelemetry-specification, protocol/otlp.md), over HTTP or gRPC: one attempt a batch, and
// what came of it (classify.h). A header that cannot be sent is told of once, and left out.
#ifndef SPANSMITH_EXPORT_OTLP_OTLP_EXPORTER_H_
#define SPANSMITH_EXPORT_OTLP_OTLP_EXPORTER_H_

#include "config/config.h"
#include "export/exporter.h"
#include "export/otlp/record_encoder.h"
#include "export/otlp/secrets.h"
#include "transport/grpc.h"
#include "transport/http.h"

namespace spansmith::exporter {

// One of the services of opentelemetry/proto/collector/.
struct OtlpService {
  const char* grpc_method;
  const char* path;  // of OTLP/HTTP, behind a Unix domain socket
  const char* noun;
  const char* type;  // the middle of otel.component.type
};
constexpr OtlpService kTraceService{"/opentelemetry.proto.collector.trace.v1.TraceService/Export", "/v1/traces",
                                    "spans", ""};
constexpr OtlpService kLogsService{"/opentelemetry.proto.collector.logs.v1.LogsService/Export", "/v1/logs",
                                   "log records", "_log"};
constexpr OtlpService kMetricsService{"/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", "/v1/metrics",
                                      "metric points", "_metric"};

class OtlpExporter : public Exporter {
 public:
  // Of a service other than that of traces it takes requests only (ExportSaved).
  OtlpExporter(config::OtlpConfig config, const Attributes& resource, const OtlpService& service = kTraceService);

  Outcome Export(const drain::Batch& batch, const transport::Patience& patience) override;
  // As the request that it would be: it keeps the resource of its process.
  bool CanSave() const override { return true; }
  std::string Save(const drain::Batch& batch) override { return std::string(encoder_.Encode(batch)); }
  Outcome ExportSaved(std::string_view saved, std::size_t spans, const transport::Patience& patience) override {
    return Send(saved, spans, patience);
  }
  std::string Type() const override {
    return (config_.protocol == config::OtlpProtocol::kGrpc ? "otlp_grpc" : "otlp_http") + std::string(service_.type) +
           "_exporter";
  }
  const char* Noun() const override { return service_.noun; }
  std::string Destination() const override;
  std::string Advice() const override { return "check OTEL_EXPORTER_OTLP_ENDPOINT"; }

 private:
  Outcome Send(std::string_view request, std::size_t spans, const transport::Patience& patience);

  config::OtlpConfig config_;
  const OtlpService service_;
  const Secrets secrets_;
  std::string url_;  // the socket's host in place of a Unix domain socket's path
  RecordEncoder encoder_;
  transport::HttpClient http_;
  transport::GrpcClient grpc_;
};

}  // namespace spansmith::exporter

#endif  // SPANSMITH_EXPORT_OTLP_OTLP_EXPORTER_H_
