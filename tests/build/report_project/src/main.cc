#include "annotated.h"

SPANSMITH_SPAN("Main") int main() { return shop::Kept(1) + shop::Lost(2); }
