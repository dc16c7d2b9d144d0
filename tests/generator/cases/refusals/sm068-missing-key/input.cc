// Rules that lack a key which another needs.
int Measure(int size);
int Measure(int size) { return size; }
