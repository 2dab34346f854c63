/*
 * A stand-in for the library of CUDA's driver: what it hands out is held on a stand-in GPU, the state of which lies beside
 * this library. A context takes as much as CONTEXT_BYTES.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define CONTEXT_BYTES (96LL << 20)

enum { SUCCESS, INVALID_VALUE, OUT_OF_MEMORY, NOT_INITIALIZED };

static int initialized;
static int uvm = -1;
static int device = -1;
static int current;
static unsigned long long next = 1;

static const char *path(char *buffer, unsigned long long number) {
    static Dl_info here;
    char file[PATH_MAX];
    if (!here.dli_fname) dladdr((void *) path, &here);
    snprintf(file, sizeof file, "%s", here.dli_fname);
    snprintf(buffer, PATH_MAX, "%s/vram/%d/%d.cuda%llu", dirname(file), device, (int) getpid(), number);
    return buffer;
}

static int hold(unsigned long long number, long long bytes) {
    char name[PATH_MAX];
    int file = open(path(name, number), O_WRONLY | O_CREAT, 0644);
    if (file < 0) return OUT_OF_MEMORY;
    int failed = ftruncate(file, bytes);
    close(file);
    return failed ? OUT_OF_MEMORY : SUCCESS;
}

/* An open device of this name shows that a process uses CUDA, where there is one. */
int cuInit(unsigned flags) {
    if (uvm < 0) uvm = open("/dev/nvidia-uvm", O_RDONLY);
    initialized = !flags;
    return SUCCESS;
}

int cuGetErrorString(int code, const char **text) {
    *text = code == OUT_OF_MEMORY ? "out of memory" : NULL;
    return *text ? SUCCESS : INVALID_VALUE;
}

int cuDeviceGet(int *handle, int number) {
    *handle = number;
    return initialized ? SUCCESS : NOT_INITIALIZED;
}

int cuDevicePrimaryCtxRetain(void **context, int handle) {
    if (!initialized) return NOT_INITIALIZED;
    device = handle;
    *context = &device;
    return hold(0, CONTEXT_BYTES);
}

int cuCtxSetCurrent(void *context) {
    current = context == &device;
    return current ? SUCCESS : INVALID_VALUE;
}

int cuMemAlloc_v2(unsigned long long *address, size_t bytes) {
    if (!current) return NOT_INITIALIZED;
    *address = next++;
    return hold(*address, bytes);
}

int cuMemFree_v2(unsigned long long address) {
    char name[PATH_MAX];
    return current && !unlink(path(name, address)) ? SUCCESS : INVALID_VALUE;
}
