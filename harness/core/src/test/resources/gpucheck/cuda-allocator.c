/*
 * A process that holds memory of a GPU of NVIDIA. Usage: cuda-allocator [DEVICE], where DEVICE is its number for CUDA, 0 by
 * default. It obeys a command per line ("context", "alloc BYTES", "free", which gives back the latest allocation, and "quit",
 * which leaves it to the driver to take everything back), and answers each with a line: "ok", or "error" and why. The
 * context is made at the command of that name, or at the first allocation.
 *
 * The library of the driver is loaded at run time, so that this builds without CUDA: cc -o cuda-allocator cuda-allocator.c -ldl
 */
#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ALLOCATIONS = 1024 };

static int device;
static void *context;
static unsigned long long addresses[MAX_ALLOCATIONS];
static int count;
static char complaint[256];

static int (*cuInit)(unsigned);
static int (*cuGetErrorString)(int, const char **);
static int (*cuDeviceGet)(int *, int);
static int (*cuDevicePrimaryCtxRetain)(void **, int);
static int (*cuCtxSetCurrent)(void *);
static int (*cuMemAlloc)(unsigned long long *, size_t);
static int (*cuMemFree)(unsigned long long);

static int refuse(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(complaint, sizeof complaint, format, arguments);
    va_end(arguments);
    return 0;
}

static int done(const char *function, int code) {
    const char *text = NULL;
    if (code) cuGetErrorString(code, &text);
    return !code || refuse("%s: %s (%d)", function, text ? text : "unknown error", code);
}

static int find(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    memcpy(function, &symbol, sizeof symbol);
    return symbol || refuse("libcuda.so.1 has no %s", name);
}

static int load(void) {
    void *library = dlopen("libcuda.so.1", RTLD_NOW);
    if (!library) return refuse("%s", dlerror());
    return find(library, "cuInit", &cuInit)
        && find(library, "cuGetErrorString", &cuGetErrorString)
        && find(library, "cuDeviceGet", &cuDeviceGet)
        && find(library, "cuDevicePrimaryCtxRetain", &cuDevicePrimaryCtxRetain)
        && find(library, "cuCtxSetCurrent", &cuCtxSetCurrent)
        && find(library, "cuMemAlloc_v2", &cuMemAlloc)
        && find(library, "cuMemFree_v2", &cuMemFree);
}

static int make_context(void) {
    int handle;
    if (context) return 1;
    return load()
        && done("cuInit", cuInit(0))
        && done("cuDeviceGet", cuDeviceGet(&handle, device))
        && done("cuDevicePrimaryCtxRetain", cuDevicePrimaryCtxRetain(&context, handle))
        && done("cuCtxSetCurrent", cuCtxSetCurrent(context));
}

static int alloc(long long bytes) {
    if (!make_context()) return 0;
    if (bytes <= 0 || count == MAX_ALLOCATIONS) return refuse("no room for an allocation of %lld bytes", bytes);
    if (!done("cuMemAlloc", cuMemAlloc(addresses + count, bytes))) return 0;
    count++;
    return 1;
}

static int release(void) {
    if (!count) return refuse("there is nothing to give back");
    return done("cuMemFree", cuMemFree(addresses[--count]));
}

static int obey(const char *command) {
    long long bytes;
    if (sscanf(command, "alloc %lld", &bytes) == 1) return alloc(bytes);
    if (!strcmp(command, "free\n")) return release();
    if (!strcmp(command, "context\n")) return make_context();
    return refuse("unknown command");
}

int main(int argc, char **argv) {
    char line[64];
    if (argc > 1) device = atoi(argv[1]);
    while (fgets(line, sizeof line, stdin) && strcmp(line, "quit\n")) {
        if (obey(line)) {
            puts("ok");
        } else {
            printf("error %s\n", complaint);
        }
        fflush(stdout);
    }
    puts("ok");
    return 0;
}
