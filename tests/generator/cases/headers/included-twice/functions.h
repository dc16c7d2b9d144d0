SPANSMITH_SPAN("Function") inline int Function() { return 1; }
