// A rule that looks at the value of a function without one.
void Forget(int size);
void Forget(int) {}
