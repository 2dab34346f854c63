/* What tells that malloc is not glibc's: a symbol of another allocator. It stands for one that is preloaded. */
#include <stddef.h>

void *tc_malloc(size_t bytes) {
    (void) bytes;
    return NULL;
}
