// A rule that matches nothing names the nearest functions; one that does is silent.
int Measure(int size);
int Measure(int size) { return size; }
