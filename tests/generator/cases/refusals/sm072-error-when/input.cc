// A rule with a condition of the returned value for a function that returns nothing.
void Nothing();
void Nothing() {}
