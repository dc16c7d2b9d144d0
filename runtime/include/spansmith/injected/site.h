// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// A part of spansmith/injected.h: what does not change about an instrumented function from call to call.
#ifndef SPANSMITH_INJECTED_SITE_H_
#define SPANSMITH_INJECTED_SITE_H_

#pragma GCC system_header  // a user's -Weverything is about the user's code

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

  // What Begin reads, on one cache line.
  unsigned state = kUnknown;
  SpanKind kind = SpanKind::kInternal;
  Role role = Role::kSpan;
  bool ok_on_success = false;       // status Ok, rather than Unset, when the function returns
  bool root = false;                // begins a trace of its own
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

  explicit constexpr Site(const char* span_name) noexcept : name(span_name) {}

  // Builders, for the initialiser that the generator writes; each returns the changed copy. Of one statement, for
  // C++11.
  constexpr Site At(const char* function_name, const char* file_path, unsigned line_number) const noexcept {
    return Site(line_number, name, kind_name, kind_name_size, function_name, file_path, scope, scope_version,
                object_kind, error_text, kind, role, ok_on_success, root);
  }
  constexpr Site Scope(const char* scope_name, const char* version = "") const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope_name, version, object_kind, error_text,
                kind, role, ok_on_success, root);
  }
  constexpr Site Reconcile(const char* object) const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object, error_text, kind,
                Role::kReconcile, ok_on_success, root);
  }
  constexpr Site Build() const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text,
                kind, Role::kBuild, ok_on_success, root);
  }
  constexpr Site UpdateStatus(const char* object) const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object, error_text, kind,
                Role::kUpdateStatus, ok_on_success, root);
  }
  constexpr Site Kind(SpanKind k) const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text, k,
                role, ok_on_success, root);
  }
  constexpr Site ErrorText(const char* text) const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, text, kind,
                role, ok_on_success, root);
  }
  constexpr Site OkOnSuccess() const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text,
                kind, role, true, root);
  }
  constexpr Site Root() const noexcept {
    return Site(line, name, kind_name, kind_name_size, function, file, scope, scope_version, object_kind, error_text,
                kind, role, ok_on_success, true);
  }
  // For a macro's text, which stands in several functions: the site's name is `{}`, filled with the last `components`
  // (1 to 3: all) of the function's name, out of its __PRETTY_FUNCTION__.
#if __cplusplus >= 201402L
  constexpr  // clang-format off
#endif
  Site sm_Pretty(const char* pretty, int components) const noexcept {
    // clang-format on
    Site s = *this;
    NameIn(pretty, components, &s.kind_name, &s.kind_name_size);
    return s;
  }

  // `text` is spansmith::KindText; a template because that type is incomplete here.
  template <typename Text>
  constexpr Site KindName(const Text& text) const noexcept {
    return Site(line, name, text.data, text.size, function, file, scope, scope_version, object_kind, error_text, kind,
                role, ok_on_success, root);
  }
  // The same under names that no macro of a program has: what rewritten text spells.
  constexpr Site sm_At(const char* f, const char* p, unsigned l) const noexcept { return At(f, p, l); }
  constexpr Site sm_Scope(const char* n, const char* v = "") const noexcept { return Scope(n, v); }
  constexpr Site sm_Reconcile(const char* o) const noexcept { return Reconcile(o); }
  constexpr Site sm_Build() const noexcept { return Build(); }
  constexpr Site sm_UpdateStatus(const char* o) const noexcept { return UpdateStatus(o); }
  constexpr Site sm_Kind(SpanKind k) const noexcept { return Kind(k); }
  constexpr Site sm_ErrorText(const char* t) const noexcept { return ErrorText(t); }
  constexpr Site sm_OkOnSuccess() const noexcept { return OkOnSuccess(); }
  constexpr Site sm_Root() const noexcept { return Root(); }
  template <typename Text>
  constexpr Site sm_KindName(const Text& text) const noexcept {
    return KindName(text);
  }

 private:
  constexpr Site(unsigned line_given, const char* name_given, const char* kind_name_given,
                 unsigned long kind_name_size_given, const char* function_given, const char* file_given,
                 const char* scope_given, const char* scope_version_given, const char* object_kind_given,
                 const char* error_text_given, SpanKind kind_given, Role role_given, bool ok_on_success_given,
                 bool root_given) noexcept
      : kind(kind_given),
        role(role_given),
        ok_on_success(ok_on_success_given),
        root(root_given),
        line(line_given),
        name(name_given),
        kind_name(kind_name_given),
        kind_name_size(kind_name_size_given),
        function(function_given),
        file(file_given),
        scope(scope_given),
        scope_version(scope_version_given),
        object_kind(object_kind_given),
        error_text(error_text_given) {}
};

}  // namespace injected
}  // namespace spansmith

#endif  // SPANSMITH_INJECTED_SITE_H_
