#include PART
