// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0

#include "generator/frontend/body_braces.h"

#include <gtest/gtest.h>

namespace spansmith::generator {
namespace {

bool Body(std::initializer_list<std::string_view> lines) {
  BodyBraces braces;
  bool body = false;
  for (const std::string_view line : lines) body = braces.Line(line) || body;
  return body;
}

TEST(BodyBraces, Functions) {
  EXPECT_TRUE(Body({"int f() {}"}));
  EXPECT_TRUE(Body({"int f(", "    int a)", "{ return a; }"}));
  EXPECT_TRUE(Body({"struct S g() { return {}; }"})) << "it returns a structure";
  EXPECT_TRUE(Body({"struct S : T {", " S() : T{}", " {}", "};"}));
  EXPECT_TRUE(Body({"template <class T, bool B = (1 > 0)>", "auto f(T value) -> decltype(value) {"}));
  EXPECT_TRUE(Body({"class S { operator int() const noexcept(true) { return 1; } };"}));
  EXPECT_TRUE(Body({"__attribute__((cold)) int f() {}"}));
  EXPECT_TRUE(Body({"std::string f(char c = '(') { return \"{\"; }"}));
}

TEST(BodyBraces, Lambdas) {
  EXPECT_TRUE(Body({"auto f = [] { return 1; };"}));
  EXPECT_TRUE(Body({"if (Any(list, [](int i) { return i > 1; })) {"}));
}

TEST(BodyBraces, NoFunctions) {
  EXPECT_FALSE(Body({"namespace a::b {", "int f(int);", "}", "extern \"C\" {", "void g();", "}"}));
  EXPECT_FALSE(
      Body({"template <typename... Ts, std::size_t N>", "struct at_<list<Ts...>, N>",
            "  : decltype(at_impl_<repeat_n_c<N, void *>>::eval(static_cast<id<Ts> *>(nullptr)...))", "{", "};"}));
  EXPECT_FALSE(Body({"template <class T, class = decltype(T())> class C : public B<sizeof(T)> { void f(); };"}));
  EXPECT_FALSE(Body({"struct alignas(8) S { int (*f)(int); };", "union __attribute__((packed)) U { S s; };"}));
  EXPECT_FALSE(Body({"enum E : unsigned { kA = sizeof(int), kB };", "int list[] = {1'000, 2};"}));
  EXPECT_FALSE(Body({"const char* const kText = \"f() {\";", "char c = '{';"}));
  EXPECT_FALSE(Body({"if (a < b) {", "  call(a);", "} else {", "  for (;;) {", "}", "}"})) << "a piece of a body";
}

}  // namespace
}  // namespace spansmith::generator
