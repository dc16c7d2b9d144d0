#pragma once
#ifndef __clang__
#include <once.h>
#endif
