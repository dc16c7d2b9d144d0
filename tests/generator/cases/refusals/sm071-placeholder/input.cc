// A placeholder that is no template parameter of the function.
int Measure(int size);
int Measure(int size) { return size; }
