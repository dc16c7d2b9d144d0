// A header without annotations.
#pragma once
constexpr int kPlain = 7;
