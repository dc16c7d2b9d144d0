// An expression that does not compile is reported in the rule file, where it stands.
// compilers: g++
int Measure(int size);
int Measure(int size) { return size; }
