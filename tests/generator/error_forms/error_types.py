# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
"""The types of errors, a row each."""
from dataclasses import dataclass, field


@dataclass
class ErrorType:
    name: str
    type: str
    good: str            # an expression of the type that is no error
    bad: str             # one that is
    error: str           # error.type of the bad one
    buffer: str = "nullptr"  # of `x`: where its text or value is allocated, which a move keeps and a copy does not
    headers: list = field(default_factory=list)
    option: str = ""     # of the annotation: types that are errors only where someone says so
    copies: bool = True
    braced: tuple = ()   # (good, bad): between braces
    source: tuple = ()   # (type, bad): another type, that converts to this one, and a bad one
    value: str = ""      # a good value that converts


LONG = '"a text that is longer than what a string keeps in itself"'

TYPES = [
    ErrorType("absl::Status", "absl::Status", "absl::OkStatus()", f"absl::UnavailableError({LONG})", "UNAVAILABLE",
              headers=["absl/status/status.h"], braced=("", f"absl::StatusCode::kUnavailable, {LONG}"),
              buffer="x.message().data()"),
    ErrorType("absl::StatusOr", "absl::StatusOr<Counted>", "Counted(1)", f"absl::AbortedError({LONG})", "ABORTED",
              headers=["absl/status/statusor.h"], braced=("Counted(2)", f"absl::AbortedError({LONG})"),
              source=("absl::Status", f"absl::AbortedError({LONG})"), value="Counted(3)",
              buffer="x.ok() ? x->text.data() : x.status().message().data()"),
    ErrorType("std::expected", "std::expected<Counted, std::string>", "Counted(1)", f"std::unexpected<std::string>({LONG})",
              "_OTHER", headers=["expected"], braced=("Counted(2)", f"std::unexpected<std::string>({LONG})"),
              source=("std::unexpected<std::string>", f"std::unexpected<std::string>({LONG})"), value="Counted(3)",
              buffer="x ? x->text.data() : x.error().data()"),
    ErrorType("tl::expected", "tl::expected<Counted, Errc>", "Counted(1)", "tl::make_unexpected(Errc::kTimeout)", "Errc(3)",
              headers=["tl/expected.hpp"], braced=("Counted(2)", "tl::make_unexpected(Errc::kTimeout)"),
              source=("tl::unexpected<Errc>", "tl::make_unexpected(Errc::kTimeout)"), value="Counted(3)",
              buffer="x ? x->text.data() : nullptr"),
    ErrorType("a look-alike of Status", "Status", "Status()", f"Status(14, {LONG})", "14", braced=("", f"14, {LONG}"),
              buffer="x.text.data()"),
    ErrorType("a look-alike of StatusOr", "StatusOr<Counted>", "Counted(1)", f"Status(14, {LONG})", "14",
              source=("Status", f"Status(14, {LONG})"), value="Counted(3)", braced=("Counted(2)", f"Status(14, {LONG})"),
              buffer="x.ok() ? x.value().text.data() : x.status().text.data()"),
    ErrorType("std::error_code", "std::error_code", "std::error_code()", "std::make_error_code(std::io_errc::stream)",
              "iostream:1", headers=["ios", "system_error"], braced=("", "1, std::iostream_category()"),
              source=("std::io_errc", "std::io_errc::stream")),
    ErrorType("std::optional", "std::optional<Counted>", "Counted(1)", "std::nullopt", "_OTHER", headers=["optional"],
              option="SPANSMITH_ERROR_WHEN(!result)", braced=("Counted(2)", ""), value="Counted(3)",
              source=("std::nullopt_t", "std::nullopt"), buffer="x ? x->text.data() : nullptr"),
    ErrorType("a smart pointer", "std::unique_ptr<const Counted>", "std::make_unique<const Counted>(1)", "nullptr", "_OTHER",
              headers=["memory"], option="SPANSMITH_ERROR_WHEN(!result)", braced=("std::make_unique<const Counted>(2)", ""), copies=False,
              source=("std::unique_ptr<Counted>", "std::unique_ptr<Counted>()"), value="std::make_unique<Counted>(3)",
              buffer="x.get()"),
    ErrorType("a pointer", "Pointer", "&Counted::One()", "nullptr", "_OTHER", option="SPANSMITH_ERROR_WHEN(!result)",
              braced=("&Counted::One()", ""), source=("Counted*", "static_cast<Counted*>(nullptr)"), buffer="x"),
    ErrorType("bool", "bool", "true", "false", "_OTHER", option="SPANSMITH_ERROR_WHEN(!result)", braced=("true", ""),
              source=("std::false_type", "std::false_type()")),
    ErrorType("grpc::Status", "grpc::Status", "grpc::Status()", f"grpc::Status(grpc::StatusCode::INTERNAL, {LONG})", "INTERNAL",
              headers=["grpcpp/support/status.h"], braced=("", f"grpc::StatusCode::INTERNAL, {LONG}")),
    ErrorType("outcome::result", "BOOST_OUTCOME_V2_NAMESPACE::std_result<Counted>", "Counted(1)",
              "std::make_error_code(std::errc::timed_out)", "generic:110", headers=["boost/outcome/std_result.hpp"],
              source=("std::error_code", "std::make_error_code(std::errc::timed_out)"), value="Counted(3)",
              braced=("Counted(2)", "std::make_error_code(std::errc::timed_out)"),
              buffer="x.has_value() ? x.assume_value().text.data() : nullptr"),
    ErrorType("outcome::outcome", "BOOST_OUTCOME_V2_NAMESPACE::std_outcome<Counted>", "Counted(1)",
              "std::make_error_code(std::errc::timed_out)", "generic:110", headers=["boost/outcome/std_outcome.hpp"],
              source=("std::error_code", "std::make_error_code(std::errc::timed_out)"), value="Counted(3)",
              buffer="x.has_value() ? x.assume_value().text.data() : nullptr"),
    ErrorType("a type of one's own", "Own", "Own{}", f"Own{{7, std::string({LONG})}}", "own 7",
              braced=("", f"7, std::string({LONG})"), buffer="x.text.data()"),
]
