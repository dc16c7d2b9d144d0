#pragma once
inline int Applied() { return 1; }
