/*prologue*/
#line 1 "input.cc"
// Headers that only g++ has are found, its `malloc(deallocator)` is taken, and OpenMP's regions stay what they are.
// compilers: g++
// flags: -std=c++17 -fopenmp
// libraries: -fopenmp
#include <gcov.h>
#include <omp.h>
#include <quadmath.h>

#include <cstdio>
#include <cstdlib>

static void Release(void* memory) { /*guard 1*/
#line 12 "input.cc"
                                    std::free(memory); }
__attribute__((malloc(Release, 1))) static void* Reserve() { /*guard 2*/
#line 13 "input.cc"
                                                             return std::malloc(16); }

static __float128 Half(__float128 value) { /*guard 3*/
#line 15 "input.cc"
                                           return value / 2; }

static int Sum(const int* values, int size) { /*guard 4*/
  int sum = 0;
#pragma omp parallel for reduction(+ : sum) num_threads(2)
  for (int i = 0; i < size; ++i) sum += values[i];
  return sum;
}

static int Threads() { /*guard 5*/
  omp_lock_t lock;
  omp_init_lock(&lock);
  int threads = 0;
#pragma omp parallel num_threads(2)
  {
    omp_set_lock(&lock);
    threads += 1;
    omp_unset_lock(&lock);
  }
  omp_destroy_lock(&lock);
  return threads;
}

void Run();
void Run() { /*guard 6*/
  const int values[] = {1, 2, 3, 4};
  Release(Reserve());
  std::printf("%d %d %d\n", static_cast<int>(Half(8)), Sum(values, 4), Threads());
}
