// A reconcile without a request.
int Measure(int size);
int Measure(int size) { return size; }
