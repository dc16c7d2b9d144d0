// A rule file that is a folder.
int Measure(int size);
int Measure(int size) { return size; }
