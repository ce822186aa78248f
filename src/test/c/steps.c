// Preloaded into a program, shifts its wall clock by as many seconds as stand in the file that CLOCK_OFFSET names.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*real)(clockid_t, struct timespec *);
  if (!real) real = dlsym(RTLD_NEXT, "clock_gettime");
  int result = real(clock, time);
  const char *name = getenv("CLOCK_OFFSET");
  if (clock == CLOCK_REALTIME && name) {
    char text[32] = {0};
    int file = open(name, O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
      if (read(file, text, sizeof text - 1) > 0) time->tv_sec += atol(text);
      close(file);
    }
  }
  return result;
}
