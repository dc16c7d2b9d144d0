// An attribute key, expressions and a name that cannot be taken.
int Measure(int size);
int Measure(int size) { return size; }
