// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bridge: everything that rewritten code may call, and nothing else. Nobody includes this by hand; the generator
// puts `#include <spansmith/injected.h>` in front of a rewritten source, before any user text. So it must not change
// what that text means: it includes nothing (no feature-test macro is read too early), defines one macro, and names
// nothing outside ::spansmith. C++17; g++ and clang++; works under -fno-exceptions and -fno-rtti.
//
// It is a contract between the generator and libspansmith, versioned: see SPANSMITH_INJECTED_CONTRACT. A change of
// anything that rewritten text spells, or of the layout of Site or Frame, is a new version.
//
// Cost: a guard whose site is off is a load and a branch. A recording one calls Begin and End (runtime/record), which
// take no lock and allocate nothing. Nothing here throws, but for a forced unwind (pthread_cancel) inside an attribute
// expression, which goes on.
#ifndef SPANSMITH_INJECTED_H_
#define SPANSMITH_INJECTED_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

#if __cplusplus < 201703L
#error "code that Spansmith instruments needs C++17 or later: compile it with -std=c++17"
#endif

// The generator writes `#if SPANSMITH_INJECTED_CONTRACT != <its own>` / `#error` after the include.
#define SPANSMITH_INJECTED_CONTRACT 1

namespace spansmith {

struct KindText;  // annotations' spansmith/kind_name.h, seen only where a site's name holds a `{T}`

namespace injected {

// OTLP's SpanKind (opentelemetry/proto/trace/v1/trace.proto), same numbers.
enum class SpanKind : unsigned char { kInternal = 1, kServer = 2, kClient = 3, kProducer = 4, kConsumer = 5 };

// What the annotation said the function is for.
enum class Role : unsigned char { kSpan, kReconcile, kBuild, kUpdateStatus };

// Everything about one instrumented function that does not change from call to call: one static, constant-initialised
// object a site. All pointers are to static storage. `state` alone changes, by relaxed atomics; the rest is immutable,
// so any thread may read it.
struct Site {
  static constexpr unsigned kUnknown = 0;  // not yet seen by the runtime: Begin decides
  static constexpr unsigned kOn = 1;
  static constexpr unsigned kOff = 2;

  unsigned state = kUnknown;
  unsigned line = 0;                // of the function's name, 1-based; 0: unknown
  const char* name;                 // the span's name; may hold placeholders `{T}`, all of them for kind_name
  const char* kind_name = nullptr;  // replaces `{...}` in name; kind_name_size bytes, not NUL-terminated
  unsigned long kind_name_size = 0;
  const char* function = "";  // code.function.name: qualified, without template arguments or parameters
  const char* file = "";      // code.file.path: as the compiler's __FILE__
  const char* scope = "";     // instrumentation scope's name; "": the runtime's default
  const char* scope_version = "";
  const char* object_kind = "";  // k8s.object.kind, for roles kReconcile and kUpdateStatus
  const char* error_text = "";   // prefix of the status description of an error; "": none
  SpanKind kind = SpanKind::kInternal;
  Role role = Role::kSpan;
  bool ok_on_success = false;  // status Ok, rather than Unset, when the function returns

  explicit constexpr Site(const char* span_name) : name(span_name) {}

  // Builders, for the initialiser that the generator writes; each returns the changed copy.
  constexpr Site At(const char* function_name, const char* file_path, unsigned line_number) const {
    Site s = *this;
    s.function = function_name;
    s.file = file_path;
    s.line = line_number;
    return s;
  }
  constexpr Site Scope(const char* scope_name, const char* version = "") const {
    Site s = *this;
    s.scope = scope_name;
    s.scope_version = version;
    return s;
  }
  constexpr Site Reconcile(const char* object) const {
    Site s = *this;
    s.role = Role::kReconcile;
    s.object_kind = object;
    return s;
  }
  constexpr Site Build() const {
    Site s = *this;
    s.role = Role::kBuild;
    return s;
  }
  constexpr Site UpdateStatus(const char* object) const {
    Site s = *this;
    s.role = Role::kUpdateStatus;
    s.object_kind = object;
    return s;
  }
  constexpr Site Kind(SpanKind k) const {
    Site s = *this;
    s.kind = k;
    return s;
  }
  constexpr Site ErrorText(const char* text) const {
    Site s = *this;
    s.error_text = text;
    return s;
  }
  constexpr Site OkOnSuccess() const {
    Site s = *this;
    s.ok_on_success = true;
    return s;
  }
  // `text` is spansmith::KindText; a template because that type is incomplete here.
  template <typename Text>
  constexpr Site KindName(const Text& text) const {
    Site s = *this;
    s.kind_name = text.data;
    s.kind_name_size = text.size;
    return s;
  }
};

// One open span, inside its guard on the thread's stack. Only the runtime reads or writes it (runtime/record), on the
// thread that began it. `flags` 0: nothing was begun, End is not called.
struct Frame {
  static constexpr unsigned kOpen = 1;       // pushed on the thread's context stack
  static constexpr unsigned kRecording = 2;  // attributes are wanted

  unsigned flags;
  int uncaught;   // std::uncaught_exceptions() at entry
  Frame* parent;  // the thread's next outer open frame, or null
  const Site* site;
  unsigned long long trace_id_high;  // the first 8 bytes of the trace id, as a big-endian number
  unsigned long long trace_id_low;
  unsigned long long span_id;
  unsigned long long parent_span_id;  // 0: a root
  unsigned long long start;           // the record clock's ticks
  const char* error_text;             // the latest SPANSMITH_ERROR_TEXT statement, else null
  unsigned scratch_begin;             // this span's attributes in the thread's scratch buffer: offset in bytes
  unsigned scratch_size;              // bytes
  unsigned attribute_count;
  unsigned dropped_attributes;  // did not fit
  unsigned failed_attributes;   // their expression threw
};

// Defined in runtime/record. Begin: pushes the frame, or leaves flags 0 if nothing is to be recorded. End: pops it and
// writes the record; an exception in flight that was not at entry makes the span an error.
void Begin(Frame* frame, Site* site) noexcept;
void End(Frame* frame) noexcept;
void AddBool(Frame* frame, const char* key, bool value) noexcept;
void AddInt64(Frame* frame, const char* key, long long value) noexcept;
void AddUint64(Frame* frame, const char* key,
               unsigned long long value) noexcept;  // above INT64_MAX: as a decimal string
void AddDouble(Frame* frame, const char* key, double value) noexcept;
void AddString(Frame* frame, const char* key, const char* data, unsigned long size) noexcept;  // copied; size in bytes
// Called in the handler of an attribute expression that threw: counts it; rethrows a forced unwind.
void AttributeFailed(Frame* frame, const char* key);

// The scoped object that stands first in a rewritten body. Not copyable; used on one thread only.
class Guard {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit Guard(Site* site) noexcept {
    frame_.flags = 0;
    if (__builtin_expect(__atomic_load_n(&site->state, __ATOMIC_RELAXED) != Site::kOff, 1)) Begin(&frame_, site);
  }
  [[gnu::always_inline, gnu::artificial]] inline ~Guard() {
    if (frame_.flags != 0) End(&frame_);
  }
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  // Whether attributes are wanted; expressions are evaluated only if so.
  [[gnu::always_inline, gnu::artificial]] inline bool Recording() const noexcept {
    return (frame_.flags & Frame::kRecording) != 0;
  }

  // `text`: static storage. What an error that leaves from here on means.
  [[gnu::always_inline, gnu::artificial]] inline void ErrorText(const char* text) noexcept { frame_.error_text = text; }

  // Called from `catch (...)` around one attribute expression.
  void AttributeFailed(const char* key) { injected::AttributeFailed(&frame_, key); }

  // One attribute; `key` is static text, the value is copied. bool, char (a string of one), integers, floating point,
  // unscoped enums (their integer), C strings (null: ""), data()/size() strings, std::optional (empty: no attribute).
  void Attribute(const char* key, bool value) noexcept { AddBool(&frame_, key, value); }
  void Attribute(const char* key, char value) noexcept { AddString(&frame_, key, &value, 1); }
  void Attribute(const char* key, signed char value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, unsigned char value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, short value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, unsigned short value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, int value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, unsigned value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, long value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, unsigned long value) noexcept { AddUint64(&frame_, key, value); }
  void Attribute(const char* key, long long value) noexcept { AddInt64(&frame_, key, value); }
  void Attribute(const char* key, unsigned long long value) noexcept { AddUint64(&frame_, key, value); }
  void Attribute(const char* key, float value) noexcept { AddDouble(&frame_, key, static_cast<double>(value)); }
  void Attribute(const char* key, double value) noexcept { AddDouble(&frame_, key, value); }
  void Attribute(const char* key, long double value) noexcept { AddDouble(&frame_, key, static_cast<double>(value)); }
  void Attribute(const char* key, const char* value) noexcept {
    AddString(&frame_, key, value == nullptr ? "" : value, value == nullptr ? 0 : __builtin_strlen(value));
  }
  void Attribute(const char* key, char* value) noexcept { Attribute(key, static_cast<const char*>(value)); }
  template <typename T>
  void Attribute(const char* key, T* value) = delete;  // a pointer is not a value: write what it points to

  template <typename T>
  void Attribute(const char* key, const T& value) {
    AttributeOf(key, value, 0);
  }

 private:
  // The third argument ranks them: 0 is an int, so the long is taken only where no other can be.
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(static_cast<const char*>(value.data())),
                  static_cast<void>(static_cast<unsigned long>(value.size()))) {
    AddString(&frame_, key, value.data(), static_cast<unsigned long>(value.size()));
  }
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(value.has_value()), static_cast<void>(*value)) {
    if (value.has_value()) Attribute(key, *value);
  }
  // Unscoped enums: what the unary plus makes of them is an integer.
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int) -> decltype(static_cast<void>(+value)) {
    static_assert(__is_enum(T), "the value of a Spansmith attribute must be a plain value");
    Attribute(key, +value);
  }
  template <typename T>
  void AttributeOf(const char*, const T&, long) {
    static_assert(sizeof(T) == 0,
                  "the value of a Spansmith attribute must be bool, a character, a number, an unscoped enum, a string "
                  "(a C string, or data() and size()) or a std::optional of these");
  }

  Frame frame_;
};

// What the build said about the program (spansmith_instrument_target); the environment wins over all of it. Null or
// "": not said. Registered before main by a source that the CMake function generates; the last one registered wins.
struct Defaults {
  const char* service_name;
  const char* service_version;
  const char* endpoint;  // OTLP endpoint, as OTEL_EXPORTER_OTLP_ENDPOINT
};
void RegisterDefaults(const Defaults& defaults) noexcept;  // copies the pointers; static storage

}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_H_
