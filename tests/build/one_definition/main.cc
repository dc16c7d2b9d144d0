int Plain(int x);
int Traced(int x);
int main() { return Plain(1) + Traced(1); }
