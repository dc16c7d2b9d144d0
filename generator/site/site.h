// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// What select hands to transform: plain data, complete, with every decision taken. Transform writes edits from it and
// refuses nothing. No Clang types: rooms after select compile without Clang. Values; freely copyable.
#ifndef SPANSMITH_GENERATOR_SITE_SITE_H_
#define SPANSMITH_GENERATOR_SITE_SITE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace spansmith::generator {

// A place as a person sees it: the presumed file, line and column (all `#line` directives applied).
struct Place {
  std::string file;     // as the compiler spells it
  unsigned line = 0;    // 1-based; 0: no place
  unsigned column = 0;  // 1-based, in bytes

  bool operator==(const Place&) const = default;
};

// A point of a file: where an edit goes, and what the person sees there.
struct Point {
  std::size_t offset = 0;  // bytes from the start of the file
  Place place;
  unsigned file = 0;  // which file: FileEntry::key of the include graph (frontend/include_graph.h)

  // The same point of one text, whichever time that its file is entered.
  bool operator==(const Point& other) const { return offset == other.offset && place == other.place; }
};

// An expression out of an annotation, to be pasted so that the compiler reports it where it was written.
struct Expression {
  std::string text;  // as written, line breaks included
  Place place;       // of its first character

  bool operator==(const Expression&) const = default;
};

struct Attribute {
  std::string key;
  Expression value;
  std::string condition = {};  // evaluated first, the value only if it holds; empty: always
  bool if_value = false;       // whether its type can be an attribute's value, the compiler decides; if not: nothing

  bool operator==(const Attribute&) const = default;
};

enum class Role { kSpan, kReconcile, kBuild, kUpdateStatus };
enum class SpanKind { kInternal, kServer, kClient, kProducer, kConsumer };

// How one `return` of an observed function is rewritten; transform/returns has a file for each.
enum class ReturnForm {
  kNamed,      // `return x;`, x a variable of the returned type: observe x, then the statement as it was (NRVO kept)
  kReference,  // a glvalue whose evaluation leaves no temporary: bind a reference, observe it, return it
  kValue,      // anything else that can move: a local of the returned type, observed, returned
  kPassed,     // a part that is converted into the returned value: looked at on its way
  kFallOff,    // the closing brace of `main`, which returns 0; `begin` is all that it has
};

struct ReturnStatement {
  ReturnForm form = ReturnForm::kNamed;
  Point begin;                 // the `return` keyword
  Point value_begin;           // the returned expression or braced list
  Point value_end;             // one past it
  Point end;                   // one past the `;`
  bool part = false;           // only what it is made of is looked at, and only for an error
  std::string value_text;      // the expression as written; used by kNamed
  std::string type;            // kReference, kValue: the local's type as C++ text (`auto` where the expression has it)
  bool comma = false;          // the value is a comma expression, which an initialiser would take for two
  bool implicit_move = false;  // kValue: the expression names a local that the return would have moved from
  bool rvalue_reference = false;  // kReference: the glvalue is an xvalue
  bool into_base = false;         // implicit_move: into a base class, which compilers did not always move into

  bool operator==(const ReturnStatement&) const = default;
};

// What is changed in the text of a macro out of which a return comes.
struct MacroEdit {
  enum class What {
    kLookAt,  // in front of `return x;`: `{`, then x is looked at
    kClose,   // behind it: `}`
    kTap,     // behind `return`: the value is looked at on its way
    kCall,    // the name of the next macro on the way to the return
  };
  std::size_t at = 0;      // offset in MacroCopy::text
  std::size_t remove = 0;  // bytes
  What what = What::kLookAt;
  std::string name;      // kLookAt: x; kTap: the returned type, as C++ text, where the value has another; else empty
  std::size_t copy = 0;  // kCall: which copy: an index into MacroReturns::copies

  bool operator==(const MacroEdit&) const = default;
};

struct MacroCopy {
  std::string name;
  std::string text;              // of its definition, behind the name
  Place place;                   // of its definition's name
  std::vector<MacroEdit> edits;  // by offset

  bool operator==(const MacroCopy&) const = default;
};

// One use of a macro out of which returns come, whose values are looked at: the use is one of a changed copy of it.
struct MacroReturns {
  Point begin;                    // the macro's name
  Point end;                      // one past it
  std::vector<MacroCopy> copies;  // the macro, and those that it calls on the way to the returns

  bool operator==(const MacroReturns&) const = default;
};

struct Event {
  std::string name;
  std::vector<Attribute> attributes;

  bool operator==(const Event&) const = default;
};

// A SPANSMITH_NOTE, SPANSMITH_ERROR_TEXT or SPANSMITH_EVENT statement in the body.
struct BodyStatement {
  Point begin;                            // the macro's name
  Point end;                              // one past the `;`
  std::optional<Attribute> note;          // SPANSMITH_NOTE
  std::optional<std::string> error_text;  // SPANSMITH_ERROR_TEXT: the text, unquoted
  std::optional<Event> event;             // SPANSMITH_EVENT

  bool operator==(const BodyStatement&) const = default;
};

// A parameter that the definition calls otherwise than the declaration that the annotation stands on.
struct RenamedParameter {
  std::string annotated;
  std::string defined;

  bool operator==(const RenamedParameter&) const = default;
};

// What asked for a site, for a message about it.
struct Origin {
  std::string what;  // "SPANSMITH_SPAN"
  Place place;
  std::string source_line;  // the text of place.line

  bool operator==(const Origin&) const = default;
};

// One function to instrument. All its points are of one file: body.file.
struct Site {
  unsigned number = 0;  // 1-based, unique in the file: the N of sm_guard_N; given once its copy is known
  Role role = Role::kSpan;
  SpanKind kind = SpanKind::kInternal;
  std::string name;            // the span's name, placeholders included
  std::string object_kind;     // roles kReconcile and kUpdateStatus
  std::string kind_parameter;  // the template parameter in the name's placeholder, or empty
  std::string function;        // code.function.name
  unsigned line = 0;           // code.line.number
  std::string scope;
  std::string scope_version;
  std::string error_text;
  Point body;                        // just after the body's `{`; with `wrapped_end`, the `try` of a function-try-block
  std::optional<Point> wrapped_end;  // one past its last handler's `}`: guard and block go into braces of our own
  std::optional<Point> unreached_end;  // the closing `}`, if no path leads there and what it follows does not show it
  bool in_macro = false;               // the guard alone, on the line of the `{`: in a macro's definition or argument
  int default_components = 0;          // not 0: the name is the default, so many components of the function's
  int name_components = 0;             // not 0: the names are those of __PRETTY_FUNCTION__, the span's the last so many
  bool exceptions = true;              // false under -fno-exceptions: no try around expressions
  bool constant = false;               // constexpr: constant evaluation passes over its guard
  bool ok_on_success = false;
  bool root = false;                        // begins a trace of its own
  std::optional<Expression> parent;         // the traceparent that it continues; evaluated before the guard
  std::optional<Expression> run_time_name;  // instead of `name`, while the span is recorded
  std::vector<Expression> links;
  std::vector<Attribute> entry_attributes;
  std::vector<Attribute> return_attributes;
  std::vector<Attribute> exit_attributes;
  std::optional<Expression> error_when;              // at each return, of `result`
  bool may_return_errors = false;                    // its type may say so: looked at where error_when says nothing
  std::optional<unsigned> answers;                   // bits by ErrorKind (annotations' errors.h); empty: the usual ones
  std::vector<RenamedParameter> renamed_parameters;  // in every expression above
  std::vector<ReturnStatement> returns;              // empty unless looks_at_result()
  std::vector<MacroReturns> macro_returns;           // where errors are looked for
  std::size_t unseen_returns = 0;                    // that come out of macros and are not looked at
  std::vector<BodyStatement> statements;
  Origin origin;

  // Of all its returns: an expression looks at them, and one that cannot be seen is a mistake.
  bool evaluates_result() const { return !return_attributes.empty() || error_when.has_value(); }
  bool looks_for_errors() const { return may_return_errors && !error_when.has_value(); }
  bool looks_at_result() const { return evaluates_result() || looks_for_errors(); }

  bool operator==(const Site&) const = default;
};

// A SPANSMITH_INJECT statement: in a function with a span or without one.
struct InjectStatement {
  Point begin;             // the macro's name
  Point end;               // one past the `;`
  Expression target;       // the string to be assigned
  bool exceptions = true;  // false under -fno-exceptions
  Origin origin;

  bool operator==(const InjectStatement&) const = default;
};

struct CarriedName {
  std::string name;     // of the parameter, in the definition
  Place place;          // of what asked for it
  bool linked = false;  // SPANSMITH_CARRY_LINKED, carry_linked: a link, and no parent

  bool operator==(const CarriedName&) const = default;
};

// The parameters of one function, with a span or without one, that SPANSMITH_CARRY wraps where its body begins.
struct CarryingFunction {
  Point body;  // just after the body's `{`
  std::vector<CarriedName> parameters;
  Origin origin;

  bool operator==(const CarryingFunction&) const = default;
};

// An argument of a call that is a callable to run later: it runs under the context that is current at the call.
struct CarriedArgument {
  Point begin;
  Point end;            // one past it
  Place place;          // of what asked for it
  bool linked = false;  // carry_linked: a link, and no parent

  bool operator==(const CarriedArgument&) const = default;
};

// Another function is called instead, with the function or the object in front of its arguments.
// A type's name, in front of an argument that is a list in braces: such a list has no type that a template could find.
struct ListType {
  Point at;
  std::string name;

  bool operator==(const ListType&) const = default;
};

struct CalledInstead {
  Expression function;
  std::string object;         // `*this` or empty: the text from `begin` to `cut` stays as the first argument
  bool dereferenced = false;  // that text is a pointer to the object
  Point cut;                  // from here ...
  Point arguments;            // ... to here the text goes
  bool none = false;          // there are no arguments
  std::vector<ListType> lists;

  bool operator==(const CalledInstead&) const = default;
};

// A call that a rule is about.
struct CallEdit {
  unsigned number = 0;       // 1-based, unique in the file: the N of sm_call_N; given once its copy is known
  Point begin;               // of the call expression, the object included
  Point end;                 // one past its `)`
  std::optional<Site> span;  // its `body` is where the function around the call begins
  std::vector<CarriedArgument> carried;
  std::optional<CalledInstead> instead;
  Origin origin;

  bool operator==(const CallEdit&) const = default;
};

// All that a source and its headers are to have.
struct Instrumentation {
  std::vector<Site> sites;
  std::vector<InjectStatement> injects;
  std::vector<CarryingFunction> carries;
  std::vector<CallEdit> calls;
  std::vector<Point> unguarded;       // where a guard would stand in functions of headers that get none
  std::vector<std::string> includes;  // that calls need, each once: <...> or "..." as written
  bool allocates_itself = false;      // some class, of a header too, defines an operator new or delete of its own

  bool empty() const { return sites.empty() && injects.empty() && carries.empty() && calls.empty(); }
};

}  // namespace spansmith::generator

#endif  // SPANSMITH_GENERATOR_SITE_SITE_H_
