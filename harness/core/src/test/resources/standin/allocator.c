/*
 * A process that holds memory of a stand-in GPU. Usage: allocator DIRECTORY GPU, where DIRECTORY is that of the library.
 * It obeys a command per line ("context", which takes no memory here, "alloc BYTES", "free", which gives back the latest
 * allocation, and "quit"), and answers each with a line: "ok", or "error".
 */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_ALLOCATIONS = 1024 };

static const char *directory, *gpu;
static long long sizes[MAX_ALLOCATIONS], held, peak;
static int count;

static char *path(char *buffer, const char *kind, const char *suffix) {
    snprintf(buffer, PATH_MAX, "%s/%s/%s/%d%s", directory, kind, gpu, (int) getpid(), suffix);
    return buffer;
}

static char *allocation(char *buffer, int index) {
    char suffix[16];
    snprintf(suffix, sizeof suffix, ".%d", index);
    return path(buffer, "vram", suffix);
}

static int resize(const char *name, long long bytes) {
    int file = open(name, O_WRONLY | O_CREAT, 0644);
    if (file < 0) return 0;
    int done = !ftruncate(file, bytes);
    close(file);
    return done;
}

static int alloc(long long bytes) {
    char name[PATH_MAX];
    if (bytes < 0 || count == MAX_ALLOCATIONS || !resize(allocation(name, count), bytes)) return 0;
    sizes[count++] = bytes;
    held += bytes;
    if (held <= peak) return 1;
    peak = held;
    return resize(path(name, "peaks", ""), peak);
}

static int release(void) {
    char name[PATH_MAX];
    if (!count) return 0;
    held -= sizes[--count];
    return !unlink(allocation(name, count));
}

static int obey(const char *command) {
    long long bytes;
    if (sscanf(command, "alloc %lld", &bytes) == 1) return alloc(bytes);
    return strcmp(command, "free\n") ? !strcmp(command, "context\n") : release();
}

int main(int argc, char **argv) {
    char line[64];
    if (argc != 3) return 2;
    directory = argv[1];
    gpu = argv[2];
    while (fgets(line, sizeof line, stdin) && strcmp(line, "quit\n")) {
        puts(obey(line) ? "ok" : "error");
        fflush(stdout);
    }
    while (release()) {
    }
    puts("ok");
    return 0;
}
