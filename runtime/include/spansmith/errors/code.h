// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// Error codes: enumerations. One that has the canonical codes of google/rpc/code.proto (absl::StatusCode,
// grpc::StatusCode) gives their names; another its own name and the number. What kind of error a code is, its
// enumerator's name says.
#ifndef SPANSMITH_ERRORS_CODE_H_
#define SPANSMITH_ERRORS_CODE_H_

#pragma GCC system_header

#include <spansmith/errors/failure.h>

namespace spansmith::injected::returned {

// google/rpc/code.proto; null: none of its codes.
inline const char* CanonicalName(long long code) {
  switch (code) {
    case 1:
      return "CANCELLED";
    case 2:
      return "UNKNOWN";
    case 3:
      return "INVALID_ARGUMENT";
    case 4:
      return "DEADLINE_EXCEEDED";
    case 5:
      return "NOT_FOUND";
    case 6:
      return "ALREADY_EXISTS";
    case 7:
      return "PERMISSION_DENIED";
    case 8:
      return "RESOURCE_EXHAUSTED";
    case 9:
      return "FAILED_PRECONDITION";
    case 10:
      return "ABORTED";
    case 11:
      return "OUT_OF_RANGE";
    case 12:
      return "UNIMPLEMENTED";
    case 13:
      return "INTERNAL";
    case 14:
      return "UNAVAILABLE";
    case 15:
      return "DATA_LOSS";
    case 16:
      return "UNAUTHENTICATED";
    default:
      return nullptr;
  }
}

// Whether `code` is the enumerator of that name, if there is one.
#define SPANSMITH_ENUMERATOR(name)                                                         \
  template <typename C>                                                                    \
  constexpr auto Is_##name(C code, int)->decltype(static_cast<long long>(C::name), true) { \
    return static_cast<long long>(code) == static_cast<long long>(C::name);                \
  }                                                                                        \
  template <typename C>                                                                    \
  constexpr bool Is_##name(C, long) {                                                      \
    return false;                                                                          \
  }
SPANSMITH_ENUMERATOR(kNotFound)
SPANSMITH_ENUMERATOR(NOT_FOUND)
SPANSMITH_ENUMERATOR(NotFound)
SPANSMITH_ENUMERATOR(not_found)
SPANSMITH_ENUMERATOR(no_such_file_or_directory)
SPANSMITH_ENUMERATOR(kAlreadyExists)
SPANSMITH_ENUMERATOR(ALREADY_EXISTS)
SPANSMITH_ENUMERATOR(AlreadyExists)
SPANSMITH_ENUMERATOR(already_exists)
SPANSMITH_ENUMERATOR(file_exists)
SPANSMITH_ENUMERATOR(kAborted)
SPANSMITH_ENUMERATOR(ABORTED)
SPANSMITH_ENUMERATOR(kConflict)
SPANSMITH_ENUMERATOR(CONFLICT)
SPANSMITH_ENUMERATOR(Conflict)
SPANSMITH_ENUMERATOR(conflict)
SPANSMITH_ENUMERATOR(kCancelled)
SPANSMITH_ENUMERATOR(CANCELLED)
SPANSMITH_ENUMERATOR(Cancelled)
SPANSMITH_ENUMERATOR(cancelled)
SPANSMITH_ENUMERATOR(kCanceled)
SPANSMITH_ENUMERATOR(canceled)
SPANSMITH_ENUMERATOR(operation_canceled)
#undef SPANSMITH_ENUMERATOR

template <typename C>
ErrorKind KindOfCode(C code) {
  if constexpr (__is_enum(C)) {
    if (Is_kNotFound(code, 0) || Is_NOT_FOUND(code, 0) || Is_NotFound(code, 0) || Is_not_found(code, 0) ||
        Is_no_such_file_or_directory(code, 0)) {
      return ErrorKind::kNotFound;
    }
    if (Is_kAlreadyExists(code, 0) || Is_ALREADY_EXISTS(code, 0) || Is_AlreadyExists(code, 0) ||
        Is_already_exists(code, 0) || Is_file_exists(code, 0)) {
      return ErrorKind::kAlreadyExists;
    }
    if (Is_kAborted(code, 0) || Is_ABORTED(code, 0) || Is_kConflict(code, 0) || Is_CONFLICT(code, 0) ||
        Is_Conflict(code, 0) || Is_conflict(code, 0)) {
      return ErrorKind::kConflict;
    }
    if (Is_kCancelled(code, 0) || Is_CANCELLED(code, 0) || Is_Cancelled(code, 0) || Is_cancelled(code, 0) ||
        Is_kCanceled(code, 0) || Is_canceled(code, 0) || Is_operation_canceled(code, 0)) {
      return ErrorKind::kCancelled;
    }
  }
  return ErrorKind::kOther;
}

template <typename C>
constexpr auto IsCanonical(const C*) -> decltype(static_cast<long long>(C::kNotFound), true) {
  return static_cast<long long>(C::kNotFound) == 5;
}
template <typename C>
constexpr auto IsCanonical(const C*) -> decltype(static_cast<long long>(C::NOT_FOUND), true) {
  return static_cast<long long>(C::NOT_FOUND) == 5;
}
constexpr bool IsCanonical(const void*) { return false; }

template <typename C>
void SayCode(Frame* frame, C code) {
  static_assert(__is_enum(C));
  const auto number = static_cast<long long>(code);
  if constexpr (IsCanonical(Null<C>)) {
    if (const char* name = CanonicalName(number)) return FailureType(frame, name, __builtin_strlen(name));
  }
  const Text name = TypeName<C>();
  FailureNumber(frame, name.data, name.size, false, number);
}

}  // namespace spansmith::injected::returned

#endif  // SPANSMITH_ERRORS_CODE_H_
