/*
 * An allocator as libraries bundle them: its blocks come from the system, so that malloc counts none of them. It keeps a count
 * like jemalloc and like tcmalloc; the linker hides what a library does not export.
 */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

static size_t allocated;
static size_t of_epoch;

void *bundled_malloc(size_t size) {
  void *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (block == MAP_FAILED) {
    fprintf(stderr, "<jemalloc>: Error in malloc(): out of memory\n");
    fprintf(stderr, "tcmalloc: large alloc %zu bytes\n", size);
    return NULL;
  }
  memset(block, 1, size);
  __atomic_add_fetch(&allocated, size, __ATOMIC_SEQ_CST);
  return block;
}

void bundled_free(void *block, size_t size) {
  munmap(block, size);
  __atomic_sub_fetch(&allocated, size, __ATOMIC_SEQ_CST);
}

int je_mallctl(const char *name, void *old, size_t *length, void *fresh, size_t fresh_length) {
  if (strcmp(name, "epoch") == 0 && fresh != NULL && fresh_length == sizeof(uint64_t)) {
    of_epoch = __atomic_load_n(&allocated, __ATOMIC_SEQ_CST);
    return 0;
  }
  if (strcmp(name, "stats.allocated") == 0 && old != NULL && *length == sizeof(size_t)) {
    *(size_t *)old = of_epoch;
    return 0;
  }
  return 2;
}

int MallocExtension_GetNumericProperty(const char *name, size_t *value) {
  if (strcmp(name, "generic.current_allocated_bytes") != 0) {
    return 0;
  }
  *value = __atomic_load_n(&allocated, __ATOMIC_SEQ_CST);
  return 1;
}
