// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The bridge: everything that rewritten code may call, and nothing else. Nobody includes this by hand; the generator
// puts `#include <spansmith/injected.h>` in front of a rewritten source, before any user text. So it must not change
// what that text means: it includes nothing (no feature-test macro is read too early), defines one macro, and names
// nothing outside ::spansmith. C++11; g++ and clang++; works under -fno-exceptions and -fno-rtti.
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

#if __cplusplus < 201103L
#error "code that Spansmith instruments needs C++11 or later: compile it with -std=c++11"
#endif

// The generator writes `#if SPANSMITH_INJECTED_CONTRACT != <its own>` / `#error` after the include.
#define SPANSMITH_INJECTED_CONTRACT 2

namespace spansmith {

struct KindText;  // annotations' spansmith/kind_name.h, seen only where a site's name holds a `{T}`

namespace injected {

// OTLP's SpanKind (opentelemetry/proto/trace/v1/trace.proto), same numbers.
enum class SpanKind : unsigned char { kInternal = 1, kServer = 2, kClient = 3, kProducer = 4, kConsumer = 5 };

// What the annotation said the function is for.
enum class Role : unsigned char { kSpan, kReconcile, kBuild, kUpdateStatus };

// Whether the text begins with the word.
constexpr bool Begins(const char* text, const char* word) {
  return *word == '\0' || (*text == *word && Begins(text + 1, word + 1));
}

// Of `type ns::Class<T>::Name(parameters) const [with T = int]`: `Name`, `Class<T>::Name` or all of the name. In C++11
// it is done when the function is first called.
#if __cplusplus >= 201402L
constexpr  // clang-format off
#endif
inline void NameIn(const char* pretty, int components, const char** name, unsigned long* size) {
  // clang-format on
  unsigned long begins[3] = {0, 0, 0};  // of the last component, of the one before it, of the first
  unsigned long at = 0;
  for (int depth = 0; pretty[at] != '\0'; ++at) {
    const char c = pretty[at];
    const char after = at == begins[0] && depth == 0 && Begins(pretty + at, "operator") ? pretty[at + 8] : '_';
    if (after == '(' || after == ' ' || (after < '0' && after != '$') || (after > '9' && after < 'A') ||
        (after > 'Z' && after < 'a' && after != '_') || after > 'z') {
      for (at += after == '(' ? 10 : 8; pretty[at] != '(' && pretty[at] != '\0';) ++at;
      break;
    }
    const bool is_type = at >= 8 && Begins(pretty + at - 8, "decltype");
    if (c == '(' && depth == 0 && !Begins(pretty + at, "(anonymous") && !is_type) break;
    if (c == '(' || c == '<' || c == '[' || c == '{') ++depth;
    if (c == ')' || c == '>' || c == ']' || c == '}') --depth;
    if (depth != 0) continue;
    if (c == ' ' || c == '*' || c == '&') begins[0] = begins[1] = begins[2] = at + 1;
    if (c == ':' && pretty[at + 1] == ':') {
      ++at;
      begins[1] = begins[0];
      begins[0] = at + 1;
    }
  }
  unsigned long begin = begins[components < 1 || components > 3 ? 2 : components - 1];
  if (Begins(pretty + begin, "{anonymous}::")) begin += 13;
  if (Begins(pretty + begin, "(anonymous namespace)::")) begin += 23;
  *name = begin == at ? pretty : pretty + begin;
  *size = begin == at ? __builtin_strlen(pretty) : at - begin;
}

// Everything about one instrumented function that does not change from call to call: one static, constant-initialised
// object a site. All pointers are to static storage. `state` alone changes, by relaxed atomics; the rest is immutable,
// so any thread may read it.
struct Site {
  static constexpr unsigned kUnknown = 0;  // not yet seen by the runtime: Begin decides
  static constexpr unsigned kOn = 1;
  static constexpr unsigned kOff = 2;
  static constexpr unsigned kWatched = 3;  // on, and every span begins the long way: a sampler of the program's, a test

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
  bool root = false;           // begins a trace of its own

  explicit constexpr Site(const char* span_name) : name(span_name) {}

  // Builders, for the initialiser that the generator writes; each returns the changed copy. Of one statement, for
  // C++11.
  constexpr Site At(const char* function_name, const char* file_path, unsigned line_number) const {
    return Site(line_number, name, kind_name, kind_name_size, function_name, file_path, scope, scope_version,
                object_kind, error_text, kind, role, ok_on_success, root);
  }
  constexpr Site Scope(const char* scope_name, const char* version = "") const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope_name, version, object_kind, error_text,
                kind, role, ok_on_success, root);
  }
  constexpr Site Reconcile(const char* object) const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object, error_text, kind,
                Role::kReconcile, ok_on_success, root);
  }
  constexpr Site Build() const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text,
                kind, Role::kBuild, ok_on_success, root);
  }
  constexpr Site UpdateStatus(const char* object) const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object, error_text, kind,
                Role::kUpdateStatus, ok_on_success, root);
  }
  constexpr Site Kind(SpanKind k) const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text, k,
                role, ok_on_success, root);
  }
  constexpr Site ErrorText(const char* text) const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, text, kind,
                role, ok_on_success, root);
  }
  constexpr Site OkOnSuccess() const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text,
                kind, role, true, root);
  }
  constexpr Site Root() const {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text,
                kind, role, ok_on_success, true);
  }
  // For a macro's text, which stands in several functions: the site's name is `{}`, filled with the last `components`
  // (1 to 3: all) of the function's name, out of its __PRETTY_FUNCTION__.
#if __cplusplus >= 201402L
  constexpr  // clang-format off
#endif
  Site sm_Pretty(const char* pretty, int components) const {
    // clang-format on
    Site s = *this;
    NameIn(pretty, components, &s.kind_name, &s.kind_name_size);
    return s;
  }

  // `text` is spansmith::KindText; a template because that type is incomplete here.
  template <typename Text>
  constexpr Site KindName(const Text& text) const {
    return Site(line, name, text.data, text.size, function, file, scope, scope_version, object_kind, error_text, kind,
                role, ok_on_success, root);
  }
  // The same under names that no macro of a program has: what rewritten text spells.
  constexpr Site sm_At(const char* f, const char* p, unsigned l) const { return At(f, p, l); }
  constexpr Site sm_Scope(const char* n, const char* v = "") const { return Scope(n, v); }
  constexpr Site sm_Reconcile(const char* o) const { return Reconcile(o); }
  constexpr Site sm_Build() const { return Build(); }
  constexpr Site sm_UpdateStatus(const char* o) const { return UpdateStatus(o); }
  constexpr Site sm_Kind(SpanKind k) const { return Kind(k); }
  constexpr Site sm_ErrorText(const char* t) const { return ErrorText(t); }
  constexpr Site sm_OkOnSuccess() const { return OkOnSuccess(); }
  constexpr Site sm_Root() const { return Root(); }
  template <typename Text>
  constexpr Site sm_KindName(const Text& text) const {
    return KindName(text);
  }

 private:
  constexpr Site(unsigned line_given, const char* name_given, const char* kind_name_given,
                 unsigned long kind_name_size_given, const char* function_given, const char* file_given,
                 const char* scope_given, const char* scope_version_given, const char* object_kind_given,
                 const char* error_text_given, SpanKind kind_given, Role role_given, bool ok_on_success_given,
                 bool root_given)
      : line(line_given),
        name(name_given),
        kind_name(kind_name_given),
        kind_name_size(kind_name_size_given),
        function(function_given),
        file(file_given),
        scope(scope_given),
        scope_version(scope_version_given),
        object_kind(object_kind_given),
        error_text(error_text_given),
        kind(kind_given),
        role(role_given),
        ok_on_success(ok_on_success_given),
        root(root_given) {}
};

// Names and values that travel with a context (W3C Baggage): immutable, shared, counted. spansmith::Baggage
// (spansmith/baggage.h) makes and reads them.
struct BaggageBlock;
void RetainBaggage(BaggageBlock* block) noexcept;
void ReleaseBaggage(BaggageBlock* block) noexcept;

// A share in a block, or none: one load and a branch to copy or destroy where there is none.
class BaggageRef {
 public:
  constexpr BaggageRef() noexcept = default;
  explicit BaggageRef(BaggageBlock* block) noexcept : block_(block) {}  // takes over a share
  BaggageRef(const BaggageRef& other) noexcept : block_(other.block_) {
    if (block_ != nullptr) RetainBaggage(block_);
  }
  BaggageRef(BaggageRef&& other) noexcept : block_(other.block_) { other.block_ = nullptr; }
  BaggageRef& operator=(BaggageRef other) noexcept {
    BaggageBlock* const mine = block_;
    block_ = other.block_;
    other.block_ = mine;
    return *this;
  }
  ~BaggageRef() {
    if (block_ != nullptr) ReleaseBaggage(block_);
  }
  explicit operator bool() const noexcept { return block_ != nullptr; }
  BaggageBlock* get() const noexcept { return block_; }
  BaggageBlock* release() noexcept {  // the share is the caller's
    BaggageBlock* const mine = block_;
    block_ = nullptr;
    return mine;
  }

 private:
  BaggageBlock* block_ = nullptr;
};

// What identifies a span to others (W3C Trace Context, section 3.2.2), and the baggage beside it. A value; span_id 0:
// no span.
struct Context {
  static constexpr unsigned kSampled = 1;
  static constexpr unsigned kRandom = 2;     // the low 56 bits of the trace id are random (Level 2, 3.2.2.5.2)
  static constexpr unsigned kDebug = 0x200;  // B3's debug flag, which whoever sends B3 passes on; no bit of the octet

  unsigned long long trace_id_high = 0;
  unsigned long long trace_id_low = 0;
  unsigned long long span_id = 0;
  static constexpr unsigned kRemote = 0x100;  // it came from another process; no bit of the octet

  unsigned flags = 0;        // the trace-flags octet, kRemote and kDebug
  unsigned trace_state = 0;  // the number of a tracestate that the runtime knows; 0: none
  BaggageRef baggage{};

  // Whether there is nothing to carry elsewhere.
  bool sm_Empty() const noexcept { return span_id == 0 && !baggage; }
};

// One open span, inside its guard on the thread's stack; or a context carried here from elsewhere (Attach), the parent
// of what begins above it. Only the runtime reads or writes it (runtime/record), on the thread
// that began it. `flags` 0: nothing was begun, End is not called.
struct Frame {
  static constexpr unsigned kOpen = 1;       // pushed on the thread's context stack
  static constexpr unsigned kRecording = 2;  // attributes are wanted
  static constexpr unsigned kSampled = 4;    // the trace-flags octet's sampled bit, for what is begun within

  unsigned flags;
  int uncaught;   // std::uncaught_exceptions() at entry
  Frame* parent;  // the thread's next outer open frame, or null
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
  unsigned failed_attributes;         // their expression threw
  unsigned trace_state;               // as Context's
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

// The innermost open span (or attached context) of this thread, and its baggage; span_id 0: no span.
Context CurrentContext() noexcept;
// Makes `context` the thread's innermost until Detach, which must come on the same thread, in order. Its baggage takes
// the place of the thread's, also where it has none. span_id 0: the baggage alone; without either the frame is left
// with flags 0, and Detach must not be called.
void Attach(Frame* frame, const Context& context) noexcept;
void Detach(Frame* frame) noexcept;
// Baggage alone, none too; Detach must be called.
void AttachBaggage(Frame* frame, const BaggageRef& baggage) noexcept;
// W3C Trace Context, section 3.2: the 55 characters of version 00 and a NUL.
struct Traceparent {
  char text[56];
};
Traceparent FormatTraceparent(const Context& context) noexcept;
// span_id 0 if malformed (section 3.2.2: lengths, lower case, zero ids, version ff).
Context ParseTraceparent(const char* data, unsigned long size) noexcept;

// Called in the handler of an attribute expression that threw: counts it; rethrows a forced unwind.
void AttributeFailed(Frame* frame, const char* key);

// The same for the target of a SPANSMITH_INJECT: counted by the innermost open span of this thread.
void InjectFailed();

// What SPANSMITH_PARENT says, evaluated before the guard.
class Parent {
 public:
  [[gnu::always_inline, gnu::artificial]] inline static bool Wanted(const Site& site) noexcept {
    return __atomic_load_n(&site.state, __ATOMIC_RELAXED) != Site::kOff;
  }
  // A C string (null: none), or data() and size().
  void Set(const char* text) noexcept {
    if (text != nullptr) Read(text, __builtin_strlen(text));
  }
  template <typename T>
  auto Set(const T& text) -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    Read(text.data(), static_cast<unsigned long>(text.size()));
  }
  void Failed();  // in the handler of an expression that threw; rethrows a forced unwind

  [[gnu::always_inline, gnu::artificial]] inline static bool sm_Wanted(const Site& site) noexcept {
    return Wanted(site);
  }
  template <typename T>
  auto sm_Set(const T& text) -> decltype(Set(text)) {
    Set(text);
  }
  void sm_Failed() { Failed(); }

 private:
  friend class Guard;
  void Read(const char* data, unsigned long size) noexcept {
    if (size == 0) return;
    context_ = ParseTraceparent(data, size);
    failed_ = context_.span_id == 0;
  }

  Context context_;
  bool failed_ = false;  // malformed, or the expression threw: counted with the failed attributes
};

// Whether an attribute takes the type as it is, without a conversion; by a pointer to it.
constexpr bool IsPlain(const bool*) { return true; }
constexpr bool IsPlain(const char*) { return true; }
constexpr bool IsPlain(const signed char*) { return true; }
constexpr bool IsPlain(const unsigned char*) { return true; }
constexpr bool IsPlain(const short*) { return true; }
constexpr bool IsPlain(const unsigned short*) { return true; }
constexpr bool IsPlain(const int*) { return true; }
constexpr bool IsPlain(const unsigned*) { return true; }
constexpr bool IsPlain(const long*) { return true; }
constexpr bool IsPlain(const unsigned long*) { return true; }
constexpr bool IsPlain(const long long*) { return true; }
constexpr bool IsPlain(const unsigned long long*) { return true; }
constexpr bool IsPlain(const float*) { return true; }
constexpr bool IsPlain(const double*) { return true; }
constexpr bool IsPlain(const long double*) { return true; }
template <typename T>
constexpr bool IsPlain(const T*) {
  return false;
}

// The scoped object that stands first in a rewritten body. Not copyable; used on one thread only.
class Guard {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit Guard(Site* site) noexcept {
    frame_.flags = 0;
    if (__builtin_expect(__atomic_load_n(&site->state, __ATOMIC_RELAXED) != Site::kOff, 1)) Begin(&frame_, site);
  }
  [[gnu::always_inline, gnu::artificial]] inline Guard(Site* site, const Parent& parent) noexcept {
    frame_.flags = 0;
    if (__atomic_load_n(&site->state, __ATOMIC_RELAXED) == Site::kOff) return;
    BeginWithParent(&frame_, site, parent.context_);
    if (parent.failed_) ++frame_.failed_attributes;
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

  // The span's name: a C string, or data() and size().
  void Name(const char* text) noexcept {
    SetName(&frame_, text == nullptr ? "" : text, text == nullptr ? 0 : __builtin_strlen(text));
  }
  template <typename T>
  auto Name(const T& text) -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    SetName(&frame_, text.data(), static_cast<unsigned long>(text.size()));
  }
  // A traceparent (a C string, or data() and size()), a range of such, or a std::optional of either.
  void Link(const char* text) noexcept {
    if (text != nullptr) AddLink(&frame_, text, __builtin_strlen(text));
  }
  template <typename T>
  void Link(const T& value) {
    LinkOf(value, 0);
  }
  void EventBegin(const char* name) noexcept { BeginEvent(&frame_, name); }
  void EventEnd() noexcept { EndEvent(&frame_); }

  // One attribute; `key` is static text, the value is copied. bool, char (a string of one), integers, floating point,
  // unscoped enums (their integer), C strings (null: ""), data()/size() strings, std::optional (empty: no attribute).
  void sm_Attribute(const char* key, bool value) noexcept { AddBool(&frame_, key, value); }
  void sm_Attribute(const char* key, char value) noexcept { AddString(&frame_, key, &value, 1); }
  void sm_Attribute(const char* key, signed char value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned char value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, short value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned short value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, int value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, long value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned long value) noexcept { AddUint64(&frame_, key, value); }
  void sm_Attribute(const char* key, long long value) noexcept { AddInt64(&frame_, key, value); }
  void sm_Attribute(const char* key, unsigned long long value) noexcept { AddUint64(&frame_, key, value); }
  void sm_Attribute(const char* key, float value) noexcept { AddDouble(&frame_, key, static_cast<double>(value)); }
  void sm_Attribute(const char* key, double value) noexcept { AddDouble(&frame_, key, value); }
  void sm_Attribute(const char* key, long double value) noexcept {
    AddDouble(&frame_, key, static_cast<double>(value));
  }
  void sm_Attribute(const char* key, const char* value) noexcept {
    AddString(&frame_, key, value == nullptr ? "" : value, value == nullptr ? 0 : __builtin_strlen(value));
  }
  void sm_Attribute(const char* key, char* value) noexcept { sm_Attribute(key, static_cast<const char*>(value)); }
  template <typename T>
  void sm_Attribute(const char* key, T* value) = delete;  // a pointer is not a value: write what it points to

  template <typename T>
  void sm_Attribute(const char* key, const T& value) {
    AttributeOf(key, value, 0);
  }

  // As sm_Attribute, where the type can be a value and is no pointer; else nothing.
  template <typename T>
  void sm_Argument(const char* key, const T& value) {
    if constexpr (IsPlain(static_cast<const T*>(nullptr))) {
      sm_Attribute(key, value);
    } else if constexpr (__is_enum(T)) {
      EnumOf(key, value, 0);
    } else {
      ArgumentOf(key, value, 0);
    }
  }

  // The span is an error: a description, which may be empty, of data() and size().
  template <typename T>
  auto Error(const T& text) noexcept -> decltype(static_cast<void>(static_cast<const char*>(text.data()))) {
    SetError(&frame_, text.data(), static_cast<unsigned long>(text.size()));
  }

  // What SPANSMITH_ERROR_WHEN says; `condition` is static text.
  template <typename T>
  auto sm_ErrorWhen(const char* condition, const T& holds) -> decltype(static_cast<void>(static_cast<bool>(holds))) {
    if (static_cast<bool>(holds)) Fail(&frame_, condition);
  }

  // sm_: what rewritten text spells; no macro of a program is called so.
  [[gnu::always_inline, gnu::artificial]] inline bool sm_Recording() const noexcept { return Recording(); }
  [[gnu::always_inline, gnu::artificial]] inline void sm_ErrorText(const char* text) noexcept { ErrorText(text); }
  void sm_AttributeFailed(const char* key) { AttributeFailed(key); }
  void sm_EventBegin(const char* name) noexcept { EventBegin(name); }
  void sm_EventEnd() noexcept { EventEnd(); }
  template <typename T>
  void Attribute(const char* key, const T& value) {
    sm_Attribute(key, value);
  }
  template <typename T>
  auto sm_Name(const T& text) -> decltype(Name(text)) {
    Name(text);
  }
  template <typename T>
  void sm_Link(const T& value) {
    Link(value);
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
    if (value.has_value()) sm_Attribute(key, *value);
  }
  // Unscoped enums: what the unary plus makes of them is an integer.
  template <typename T>
  auto AttributeOf(const char* key, const T& value, int) -> decltype(static_cast<void>(+value)) {
    static_assert(__is_enum(T), "the value of a Spansmith attribute must be a plain value");
    sm_Attribute(key, +value);
  }
  template <typename T>
  void AttributeOf(const char*, const T&, long) {
    static_assert(sizeof(T) == 0,
                  "the value of a Spansmith attribute must be bool, a character, a number, an unscoped enum, a string "
                  "(a C string, or data() and size()) or a std::optional of these");
  }

  template <typename T>
  auto ArgumentOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(static_cast<const char*>(value.data())),
                  static_cast<void>(static_cast<unsigned long>(value.size()))) {
    AddString(&frame_, key, value.data(), static_cast<unsigned long>(value.size()));
  }
  template <typename T>
  auto ArgumentOf(const char* key, const T& value, int)
      -> decltype(static_cast<void>(value.has_value()), static_cast<void>(*value)) {
    if (value.has_value()) sm_Argument(key, *value);
  }
  template <typename T>
  void ArgumentOf(const char*, const T&, long) {}
  template <typename T>
  auto EnumOf(const char* key, const T& value, int) -> decltype(static_cast<void>(+value)) {
    sm_Attribute(key, +value);
  }
  template <typename T>
  void EnumOf(const char*, const T&, long) {}  // with `class`

  template <typename T>
  auto LinkOf(const T& value, int) -> decltype(static_cast<void>(static_cast<const char*>(value.data()))) {
    AddLink(&frame_, value.data(), static_cast<unsigned long>(value.size()));
  }
  template <typename T>
  auto LinkOf(const T& value, int) -> decltype(static_cast<void>(value.has_value()), static_cast<void>(*value)) {
    if (value.has_value()) Link(*value);
  }
  template <typename T>
  auto LinkOf(const T& value, long) -> decltype(static_cast<void>(value.begin() != value.end())) {
    for (const auto& one : value) Link(one);
  }
  template <typename T>
  void LinkOf(const T&, ...) {
    static_assert(sizeof(T) == 0,
                  "SPANSMITH_LINK takes a W3C traceparent (a C string, or data() and size()) or a range of these");
  }

  Frame frame_;
};

// SPANSMITH_EXIT_ATTR: calls a lambda when the body ends. The lambda's parameter has a type of its own, so that those
// of the program keep their numbers in mangled names.
struct sm_Exiting {};
template <typename F>
class AtExit {
 public:
  explicit AtExit(F&& function) : function_(static_cast<F&&>(function)) {}
#if __cplusplus < 201703L
  // Before C++17 a compiler may be told not to make sm_AtExit's result in place.
  AtExit(AtExit&& other) : function_(static_cast<F&&>(other.function_)) { other.live_ = false; }
#endif
  // A forced unwind goes on.
  ~AtExit() noexcept(false) {
    if (live_) function_(sm_Exiting{});
  }
  AtExit(const AtExit&) = delete;
  AtExit& operator=(const AtExit&) = delete;

 private:
  F function_;
  bool live_ = true;
};
template <typename F>
[[gnu::always_inline, gnu::artificial]] inline AtExit<F> sm_AtExit(F&& function) {
  return AtExit<F>(static_cast<F&&>(function));
}

// SPANSMITH_INJECT: `sm_injector.Into(target)`, reached only while a span is open.
class Injector {
 public:
  [[gnu::always_inline, gnu::artificial]] inline Injector() noexcept : context_(CurrentContext()) {}
  explicit operator bool() const noexcept { return context_.span_id != 0; }
  template <typename T>
  void Into(T& target) const {
    target = static_cast<const char*>(FormatTraceparent(context_).text);
  }
  // In the handler of a target that threw: counted with the innermost span's failed attributes; rethrows a forced
  // unwind.
  void Failed() const { InjectFailed(); }

  template <typename T>
  void sm_Into(T& target) const {
    Into(target);
  }
  void sm_Failed() const { Failed(); }

 private:
  Context context_;
};

// A context that is current on this thread while the object lives.
class Attached {
 public:
  explicit Attached(const Context& context) noexcept { Attach(&frame_, context); }
  ~Attached() {
    if (frame_.flags != 0) Detach(&frame_);
  }
  Attached(const Attached&) = delete;
  Attached& operator=(const Attached&) = delete;

 private:
  Frame frame_;
};

// SPANSMITH_CARRY: a callable that runs under the context that was current when it was passed.
template <typename F>
struct Carried {
  F callable;
  Context context;

  template <typename... A>
  auto operator()(A&&... arguments) -> decltype(callable(static_cast<A&&>(arguments)...)) {
    const Attached attached(context);
    return callable(static_cast<A&&>(arguments)...);
  }
  template <typename... A>
  auto operator()(A&&... arguments) const -> decltype(callable(static_cast<A&&>(arguments)...)) {
    const Attached attached(context);
    return callable(static_cast<A&&>(arguments)...);
  }
};

template <typename F>
auto IsEmptyCallable(const F& callable, int) -> decltype(static_cast<bool>(callable)) {
  return !static_cast<bool>(callable);
}
template <typename F>
bool IsEmptyCallable(const F&, long) {
  return false;
}

// Wraps `callable` in place. An empty one stays empty; with no span open and no baggage nothing happens; should there
// be no memory, the callable stays as it was. F: a type that can hold any callable of its signature, std::function for
// one.
template <typename F>
void Carry(F& callable) {
  static_assert(__is_constructible(F, Carried<F>),
                "SPANSMITH_CARRY needs a parameter of a type that holds any callable of a signature, as std::function");
  const Context context = CurrentContext();
  if (context.sm_Empty() || IsEmptyCallable(callable, 0)) return;
  Carried<F> carried{static_cast<F&&>(callable), context};
#if defined(__cpp_exceptions)
  try {
    callable = static_cast<Carried<F>&&>(carried);
  } catch (...) {
    callable = static_cast<F&&>(carried.callable);
  }
#else
  callable = static_cast<Carried<F>&&>(carried);
#endif
}

// INVOKE (C++17, 23.14.3) without <functional>: a pointer to member takes its object as the first argument, by
// reference, by pointer or in a std::reference_wrapper.
template <typename F, typename... A>
auto Invoke(F&& callable, A&&... arguments) -> decltype(static_cast<F&&>(callable)(static_cast<A&&>(arguments)...)) {
  return static_cast<F&&>(callable)(static_cast<A&&>(arguments)...);
}
template <typename M, typename C, typename O, typename... A>
auto Invoke(M C::* member, O&& object, A&&... arguments)
    -> decltype((static_cast<O&&>(object).*member)(static_cast<A&&>(arguments)...)) {
  return (static_cast<O&&>(object).*member)(static_cast<A&&>(arguments)...);
}
template <typename M, typename C, typename O, typename... A>
auto Invoke(M C::* member, O&& object, A&&... arguments)
    -> decltype(((*static_cast<O&&>(object)).*member)(static_cast<A&&>(arguments)...)) {
  return ((*static_cast<O&&>(object)).*member)(static_cast<A&&>(arguments)...);
}
template <typename M, typename C, typename O, typename... A>
auto Invoke(M C::* member, O&& object, A&&... arguments)
    -> decltype((object.get().*member)(static_cast<A&&>(arguments)...)) {
  return (object.get().*member)(static_cast<A&&>(arguments)...);
}

template <typename T>
T&& Declared() noexcept;  // std::declval

// An argument of a call that a rule is about: as Carried, and called as any callable of its kind is: as an lvalue or an
// rvalue, a pointer to member too.
template <typename F>
class CarriedCall {
 public:
  CarriedCall(F&& callable, const Context& context) : callable_(static_cast<F&&>(callable)), context_(context) {}

  template <typename... A>
  auto operator()(A&&... arguments) & -> decltype(Invoke(Declared<F&>(), static_cast<A&&>(arguments)...)) {
    const Attached attached(context_);
    return Invoke(callable_, static_cast<A&&>(arguments)...);
  }
  template <typename... A>
  auto operator()(A&&... arguments) const& -> decltype(Invoke(Declared<const F&>(), static_cast<A&&>(arguments)...)) {
    const Attached attached(context_);
    return Invoke(callable_, static_cast<A&&>(arguments)...);
  }
  template <typename... A>
  auto operator()(A&&... arguments) && -> decltype(Invoke(Declared<F&&>(), static_cast<A&&>(arguments)...)) {
    const Attached attached(context_);
    return Invoke(static_cast<F&&>(callable_), static_cast<A&&>(arguments)...);
  }

 private:
  F callable_;
  Context context_;
};

// One move of the callable more than without it, or one copy where the argument is an lvalue.
template <typename F>
CarriedCall<F> sm_Carrying(F callable) {
  return CarriedCall<F>(static_cast<F&&>(callable), CurrentContext());
}

// The guard of a call: a temporary that ends with the full expression.
class sm_CallGuard {
 public:
  [[gnu::always_inline, gnu::artificial]] inline explicit sm_CallGuard(Site* site) noexcept : guard_(site) {}
  // `value` is a literal.
  template <typename T>
  sm_CallGuard&& sm_Set(const char* key, const T& value) && {
    if (guard_.Recording()) guard_.sm_Attribute(key, value);
    return static_cast<sm_CallGuard&&>(*this);
  }

 private:
  Guard guard_;
};

// The names that rewritten text spells: a macro of the program that is called Site or Guard does not meet them.
using sm_Site = Site;
using sm_Guard = Guard;
using sm_Parent = Parent;
using sm_Injector = Injector;
using sm_SpanKind = SpanKind;
template <typename F>
[[gnu::always_inline, gnu::artificial]] inline void sm_Carry(F& callable) {
  Carry(callable);
}

// What the build said about the program (spansmith_instrument_target); the environment wins over all of it. Null or
// "": not said. Registered before main by a source that the CMake function generates; the last one registered wins.
struct Defaults {
  const char* service_name;
  const char* service_version;
  const char* endpoint;             // OTLP endpoint, as OTEL_EXPORTER_OTLP_ENDPOINT
  const char* endpoint_in_cluster;  // the same, where KUBERNETES_SERVICE_HOST is set; goes before `endpoint`
};
void RegisterDefaults(const Defaults& defaults) noexcept;  // copies the pointers; static storage

}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_H_
