/*prologue*/
#line 1 "input.cc"
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

SPANSMITH_SPAN("absl::Status") static absl::Status AbslStatus(bool good) { /*guard 1*/
  if (good) { auto sm_r_1 = 
#line 23 "input.cc"
                   absl::OkStatus(); if (sm_guard_1.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } return sm_r_1; }
  { auto sm_r_1 = 
#line 24 "input.cc"
         absl::UnavailableError("no leader"); if (sm_guard_1.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_1, sm_r_1); } return sm_r_1; }
}
SPANSMITH_SPAN("absl::StatusOr", SPANSMITH_ERROR_TEXT("failed to get"))
static absl::StatusOr<std::unique_ptr<int>> AbslStatusOr(int way) { /*guard 2*/
  if (way == 0) return std::make_unique<int>(1);
  if (way == 1) return ::spansmith::injected::sm_Passing(sm_guard_2, (
#line 29 "input.cc"
                       absl::PermissionDeniedError("not yours")))
#line 29 "input.cc"
                                                               ;
  if (way == 2) return ::spansmith::injected::sm_Passing(sm_guard_2, (
#line 30 "input.cc"
                       absl::NotFoundError("no such thing")))
#line 30 "input.cc"
                                                           ;
  return ::spansmith::injected::sm_Passing(sm_guard_2, (
#line 31 "input.cc"
         absl::AlreadyExistsError("it is there")))
#line 31 "input.cc"
                                                ;
}
SPANSMITH_SPAN("grpc::Status") static grpc::Status GrpcStatus(bool good) { /*guard 3*/
  if (good) { ::grpc::Status sm_r_3 = 
#line 34 "input.cc"
                   {}; if (sm_guard_3.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } return sm_r_3; }
  { auto sm_r_3 = 
#line 35 "input.cc"
         grpc::Status(grpc::StatusCode::DEADLINE_EXCEEDED, "too late"); if (sm_guard_3.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_3, sm_r_3); } return sm_r_3; }
}
SPANSMITH_SPAN("tl::expected of an enumeration") static tl::expected<int, Errc> OfCode(int way) { /*guard 4*/
  if (way == 0) return 1;
  if (way == 1) { ::tl::expected<int, ::Errc> sm_r_4 = 
#line 39 "input.cc"
                       tl::make_unexpected(Errc::kTimeout); if (sm_guard_4.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } return sm_r_4; }
  tl::expected<int, Errc> out = tl::unexpected<Errc>(Errc::kConflict);
  { if (sm_guard_4.sm_Recording()) { const auto& sm_r_4 = out; static_cast<void>(sm_r_4); ::spansmith::injected::sm_LookAt(sm_guard_4, sm_r_4); } 
#line 41 "input.cc"
  return out; }
}
SPANSMITH_SPAN("tl::expected of a text") static tl::expected<void, std::string> OfText(bool good) { /*guard 5*/
  if (good) { ::tl::expected<void, ::std::string> sm_r_5 = 
#line 44 "input.cc"
                   {}; if (sm_guard_5.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_5, sm_r_5); } return sm_r_5; }
  { ::tl::expected<void, ::std::string> sm_r_5 = 
#line 45 "input.cc"
         tl::unexpected<std::string>("said so"); if (sm_guard_5.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_5, sm_r_5); } return sm_r_5; }
}
SPANSMITH_SPAN("tl::expected of a status") static tl::expected<int, absl::Status> OfStatus() { /*guard 6*/
  { ::tl::expected<int, ::absl::Status> sm_r_6 = 
#line 48 "input.cc"
         tl::unexpected<absl::Status>(absl::AbortedError("lost the race")); if (sm_guard_6.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_6, sm_r_6); } return sm_r_6; }
}
SPANSMITH_SPAN("tl::expected of an exception") static tl::expected<int, std::runtime_error> OfException() { /*guard 7*/
  const tl::unexpected<std::runtime_error> error(std::runtime_error("kept"));
  { ::tl::expected<int, ::std::runtime_error> sm_r_7 = static_cast<decltype(error)&&>(
#line 52 "input.cc"
         error)
#line 52 "input.cc"
              ; if (sm_guard_7.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_7, sm_r_7); } return sm_r_7; }
}
SPANSMITH_SPAN("std::error_code") static std::error_code ErrorCode(int value) { /*guard 8*/
  { ::std::error_code sm_r_8 = 
#line 55 "input.cc"
         {value, std::generic_category()}; if (sm_guard_8.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_8, sm_r_8); } return sm_r_8; }
}
SPANSMITH_SPAN("outcome::result") static outcome::std_result<std::string> Result(bool good) { /*guard 9*/
  if (good) return std::string("text");
  return ::spansmith::injected::sm_Passing(sm_guard_9, (
#line 59 "input.cc"
         std::make_error_code(std::errc::connection_refused)))
#line 59 "input.cc"
                                                            ;
}
SPANSMITH_SPAN("outcome::outcome") static outcome::std_outcome<int> Outcome(int way) { /*guard 10*/
  if (way == 0) return 1;
  if (way == 1) return ::spansmith::injected::sm_Passing(sm_guard_10, (
#line 63 "input.cc"
                       std::make_error_code(std::errc::timed_out)))
#line 63 "input.cc"
                                                                 ;
  { ::boost::outcome_v2::std_outcome<int> sm_r10 = 
#line 64 "input.cc"
         std::make_exception_ptr(std::logic_error("held")); if (sm_guard_10.sm_Recording()) { ::spansmith::injected::sm_LookAt(sm_guard_10, sm_r10); } return sm_r10; }
}
// A value's absence, a false and a null pointer are errors only where someone says so.
SPANSMITH_SPAN("std::optional") static std::optional<int> Optional() { /*guard 11*/
#line 67 "input.cc"
                                                                       return std::nullopt; }
SPANSMITH_SPAN("bool") static bool Bool() { /*guard 12*/
#line 68 "input.cc"
                                            return false; }
SPANSMITH_SPAN("pointer") static std::unique_ptr<int> Pointer() { /*guard 13*/
#line 69 "input.cc"
                                                                  return nullptr; }

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
