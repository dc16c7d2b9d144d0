// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A part of spansmith/injected.h: an open span, and what the runtime does with it (runtime/record).
#ifndef SPANSMITH_INJECTED_FRAME_H_
#define SPANSMITH_INJECTED_FRAME_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#include <spansmith/injected/context.h>
#include <spansmith/injected/site.h>

// What of a guard the compiler may evaluate: in C++23 a constexpr function may have one. Undefined again at the end of
// spansmith/injected.h.
#if __cplusplus > 202002L
#define SPANSMITH_CONSTANT constexpr
#else
#define SPANSMITH_CONSTANT
#endif

namespace spansmith {
namespace injected {

// One open span, inside its guard on the thread's stack; or a context carried here from elsewhere (Attach), the parent
// of what begins above it. Only the runtime reads or writes it (runtime/record), on the thread
// that began it. `flags` 0: nothing was begun, End is not called.
struct Frame {
  static constexpr unsigned kOpen = 1;       // pushed on the thread's context stack
  static constexpr unsigned kRecording = 2;  // attributes are wanted
  static constexpr unsigned kSampled = 4;    // the trace-flags octet's sampled bit, for what is begun within

  unsigned flags;
  unsigned short uncaught;  // std::uncaught_exceptions() at entry
  unsigned short thread;    // the number of the ring of the thread on which it began (runtime/record); 0: unknown
  Frame* parent;            // the thread's next outer open frame, or null
  const Site* site;
  unsigned long long trace_id_high;  // the first 8 bytes of the trace id, as a big-endian number
  unsigned long long trace_id_low;
  unsigned long long span_id;
  unsigned long long parent_span_id;  // 0: a root
  unsigned long long start;           // the record clock's ticks; of an attached context: the baggage it covers
  const char* error_text;             // the latest SPANSMITH_ERROR_TEXT statement, else null
  unsigned scratch_begin;             // this span's attributes in the thread's scratch buffer: offset in bytes
  unsigned scratch_size;              // bytes
  unsigned attribute_count;           // entries in the scratch buffer: attributes, links, events
  unsigned dropped_attributes;        // did not fit
  unsigned failed_attributes;         // their expressions threw
  unsigned trace_state;               // as Context's
};

// An attribute that is an array, element by element, each copied. While it lives, the frame gets nothing else; spans
// may begin and end in between. Without Done, or should an element not fit, there is no attribute.
enum class ArrayOf : unsigned { kBool, kInt64, kDouble, kString };
class ArrayAttribute {
 public:
  ArrayAttribute(Frame* frame, const char* key, ArrayOf type) noexcept;
  ~ArrayAttribute() { Undo(); }
  ArrayAttribute(const ArrayAttribute&) = delete;
  ArrayAttribute& operator=(const ArrayAttribute&) = delete;

  void AddBool(bool value) noexcept;
  void AddInt64(long long value) noexcept;
  void AddUint64(unsigned long long value, bool as_text) noexcept;
  void AddDouble(double value) noexcept;
  void AddString(const char* data, unsigned long size) noexcept;
  void Done() noexcept;

 private:
  void* Place(unsigned long size) noexcept;
  void Undo() noexcept;

  Frame* frame_;        // null: it is not wanted, did not fit, or is done
  unsigned begin_ = 0;  // bytes of the scratch buffer, from where the frame's begin
  unsigned size_ = 0;   // bytes of elements
};

// Defined in runtime/record. Begin: pushes the frame, or leaves flags 0 if nothing is to be recorded. End: pops it and
// writes the record; an exception in flight that was not at entry makes the span an error.
void Begin(Frame* frame, Site* site) noexcept;
void End(Frame* frame) noexcept;

#if __cplusplus > 202002L && !defined(SPANSMITH_DEFINES_BEGIN_CONSTANT)
// Begin for the site that `site` returns, unless that is off; for whoever evaluates at compile time nothing, also where
// std::is_constant_evaluated() does not hold (a list in braces narrows only what is known; warnings). So this body is
// for the compiler's evaluation alone, and never looked into otherwise: what is called is runtime/record/guard.cc's, in
// front of which a body that g++ emits as well stands back, being weak.
#ifdef __clang__
[[gnu::gnu_inline, gnu::noinline]] extern inline constexpr void BeginConstant(Frame*, Site* (*)()) noexcept {}
#else
[[gnu::noipa]] inline constexpr void BeginConstant(Frame*, Site* (*)()) noexcept {}
#endif
#endif

void AddBool(Frame* frame, const char* key, bool value) noexcept;
void AddInt64(Frame* frame, const char* key, long long value) noexcept;
void AddUint64(Frame* frame, const char* key,
               unsigned long long value) noexcept;  // above INT64_MAX: as a decimal string
void AddDouble(Frame* frame, const char* key, double value) noexcept;
void AddString(Frame* frame, const char* key, const char* data, unsigned long size) noexcept;  // copied; size in bytes
// As Begin, with the parent that a SPANSMITH_PARENT gave; span_id 0: as Begin.
void BeginWithParent(Frame* frame, Site* site, const Context& parent) noexcept;
// The span's name from here on, instead of the site's; copied. Empty: nothing.
void SetName(Frame* frame, const char* data, unsigned long size) noexcept;
// A link to the span of a W3C traceparent. Empty: nothing; malformed: dropped and counted with the failed attributes.
void AddLink(Frame* frame, const char* data, unsigned long size) noexcept;
// An event, now; `name` is static text. Attributes added until EndEvent are the event's.
void BeginEvent(Frame* frame, const char* name) noexcept;
void EndEvent(Frame* frame) noexcept;
// The span is an error although nothing was thrown, because `condition` held: static text, for the status description.
void Fail(Frame* frame, const char* condition) noexcept;
// The span is an error, whatever ends it; `data`: the description, copied, may be empty.
void SetError(Frame* frame, const char* data, unsigned long size) noexcept;

// Makes `context` the thread's innermost until Detach, which must come on the same thread, in order. Its baggage takes
// the place of the thread's, also where it has none. span_id 0: the baggage alone; without either the frame is left
// with flags 0, and Detach must not be called.
void Attach(Frame* frame, const Context& context) noexcept;
void Detach(Frame* frame) noexcept;
// Baggage alone, none too; Detach must be called.
void AttachBaggage(Frame* frame, const BaggageRef& baggage) noexcept;

// Called in the handler of an attribute expression that threw: counts it; rethrows a forced unwind.
void AttributeFailed(Frame* frame, const char* key);

// The same for the target of a SPANSMITH_INJECT: counted by the innermost open span of this thread.
void InjectFailed();
}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_FRAME_H_
