// What absl, gRPC, tl::expected, Boost.Outcome and the standard library return as errors, by their real headers.
// libraries: -labsl_statusor -labsl_status -labsl_cord -labsl_cordz_info -labsl_cord_internal -labsl_cordz_functions -labsl_exponential_biased -labsl_cordz_handle -labsl_bad_variant_access -labsl_hash -labsl_city -labsl_low_level_hash -labsl_raw_hash_set -labsl_bad_optional_access -labsl_str_format_internal -labsl_strerror -labsl_synchronization -labsl_graphcycles_internal -labsl_stacktrace -labsl_symbolize -labsl_malloc_internal -labsl_debugging_internal -labsl_demangle_internal -labsl_time -labsl_strings -labsl_strings_internal -labsl_base -labsl_spinlock_wait -labsl_throw_delegate -labsl_int128 -labsl_civil_time -labsl_time_zone -labsl_raw_logging_internal -labsl_log_severity -pthread
#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <grpcpp/support/status.h>
#include <spansmith/annotations.h>

#include <boost/outcome/std_outcome.hpp>
#include <boost/outcome/std_result.hpp>
#include <cstdio>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <tl/expected.hpp>

namespace outcome = BOOST_OUTCOME_V2_NAMESPACE;

enum class Errc { kTimeout = 3, kConflict = 9 };

SPANSMITH_SPAN("absl::Status") static absl::Status AbslStatus(bool good) {
  if (good) return absl::OkStatus();
  return absl::UnavailableError("no leader");
}
SPANSMITH_SPAN("absl::StatusOr", SPANSMITH_ERROR_TEXT("failed to get"))
static absl::StatusOr<std::unique_ptr<int>> AbslStatusOr(int way) {
  if (way == 0) return std::make_unique<int>(1);
  if (way == 1) return absl::PermissionDeniedError("not yours");
  if (way == 2) return absl::NotFoundError("no such thing");
  return absl::AlreadyExistsError("it is there");
}
SPANSMITH_SPAN("grpc::Status") static grpc::Status GrpcStatus(bool good) {
  if (good) return {};
  return grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "too late");
}
SPANSMITH_SPAN("tl::expected of an enumeration") static tl::expected<int, Errc> OfCode(int way) {
  if (way == 0) return 1;
  if (way == 1) return tl::make_unexpected(Errc::kTimeout);
  tl::expected<int, Errc> out = tl::unexpected<Errc>(Errc::kConflict);
  return out;
}
SPANSMITH_SPAN("tl::expected of a text") static tl::expected<void, std::string> OfText(bool good) {
  if (good) return {};
  return tl::unexpected<std::string>("said so");
}
SPANSMITH_SPAN("tl::expected of a status") static tl::expected<int, absl::Status> OfStatus() {
  return tl::unexpected<absl::Status>(absl::AbortedError("lost the race"));
}
SPANSMITH_SPAN("tl::expected of an exception") static tl::expected<int, std::runtime_error> OfException() {
  const tl::unexpected<std::runtime_error> error(std::runtime_error("kept"));
  return error;
}
SPANSMITH_SPAN("std::error_code") static std::error_code ErrorCode(int value) {
  return {value, std::generic_category()};
}
SPANSMITH_SPAN("outcome::result") static outcome::std_result<std::string> Result(bool good) {
  if (good) return std::string("text");
  return std::make_error_code(std::errc::connection_refused);
}
SPANSMITH_SPAN("outcome::outcome") static outcome::std_outcome<int> Outcome(int way) {
  if (way == 0) return 1;
  if (way == 1) return std::make_error_code(std::errc::timed_out);
  return std::make_exception_ptr(std::logic_error("held"));
}
// A value's absence, a false and a null pointer are errors only where someone says so.
SPANSMITH_SPAN("std::optional") static std::optional<int> Optional() { return std::nullopt; }
SPANSMITH_SPAN("bool") static bool Bool() { return false; }
SPANSMITH_SPAN("pointer") static std::unique_ptr<int> Pointer() { return nullptr; }

void Run();
void Run() {
  std::printf("%d%d\n", AbslStatus(true).ok(), AbslStatus(false).ok());
  for (int way = 0; way < 4; ++way) std::printf("%d", AbslStatusOr(way).ok());
  std::printf("\n%d%d\n", GrpcStatus(true).ok(), GrpcStatus(false).ok());
  for (int way = 0; way < 3; ++way) std::printf("%d", OfCode(way).has_value());
  std::printf("\n%d%d%d%d\n", OfText(true).has_value(), OfText(false).has_value(), OfStatus().has_value(),
              OfException().has_value());
  for (const int value : {0, 2, 13, 17, 125}) std::printf("%d ", ErrorCode(value).value());
  std::printf("\n%d%d\n", Result(true).has_value(), Result(false).has_value());
  for (int way = 0; way < 3; ++way) std::printf("%d", Outcome(way).has_value());
  std::printf("\n%d%d%d\n", Optional().has_value(), Bool(), Pointer() != nullptr);
}
