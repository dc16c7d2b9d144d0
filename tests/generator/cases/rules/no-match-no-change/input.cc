// A source in which no rule matches is compiled as it stands.
static int Measure(int size) { return size; }

void Run();
void Run() { Measure(4); }
