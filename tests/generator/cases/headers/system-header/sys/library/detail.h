#pragma once
namespace library {
namespace detail {
SPANSMITH_SPAN("Same") inline int Same(long value) {
  int unused;
  return value;
}
}  // namespace detail
}  // namespace library
