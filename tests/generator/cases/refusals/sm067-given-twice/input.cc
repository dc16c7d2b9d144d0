// A key given twice, and an attribute.
int Measure(int size);
int Measure(int size) { return size; }
