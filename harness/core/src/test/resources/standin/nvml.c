/*
 * A stand-in for NVIDIA's management library, with the same binary interface and no GPU. Its state lies in files beside it:
 *
 *   gpus                        a line per GPU: uuid, total, reserved, parent (-1, or the line of the GPU that a MIG device
 *                               is a part of) and name, with tabs between them
 *   config                      key=value, read again when the file was replaced; StandIn.java says which keys there are
 *   vram/<gpu>/<pid>.<any>      an allocation of a process; the size of the file is that of the allocation
 *   peaks/<gpu>/<pid>           the size of the file is the most that the process has held
 *
 * Symbols are hidden by the linker, so that they are truly missing.
 */
#define _GNU_SOURCE
#include "state.h"

#include <dirent.h>
#include <pthread.h>
#include <time.h>

enum { SUCCESS, UNINITIALIZED, INVALID_ARGUMENT, NOT_SUPPORTED, NOT_FOUND = 6, INSUFFICIENT_SIZE, WRONG_VERSION = 25 };
enum { MAX_HOLDERS = 4096, MEMORY_V2 = 40 | 2 << 24 };

#define NOT_AVAILABLE UINT64_MAX

struct holder {
    uint32_t pid;
    uint64_t bytes;
    uint64_t dead_since;
};

static struct holder dead[MAX_HOLDERS];
static int dead_count;
static int initialized;
static volatile int *volatile nowhere;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void unlock(int *unused) {
    (void) unused;
    pthread_mutex_unlock(&lock);
}

/* What all functions have in common: the crash, the delay and the return code that the configuration wants. */
static int enter(const char *function, const struct gpu *gpu) {
    read_config();
    if (!strcmp(text("crash", ""), function)) *nowhere = 1;
    long delay = next_number("slow.%s", function);
    if (delay) nanosleep(&(struct timespec) {delay / 1000, delay % 1000 * 1000000}, NULL);
    long code = gpu ? next_number("rc.%s@%d", function, (int) (gpu - gpus)) : 0;
    if (!code) code = next_number("rc.%s", function);
    if (code) return code;
    return initialized || !strncmp(function, "nvmlInit", 8) ? SUCCESS : UNINITIALIZED;
}

#define ENTER(gpu)                                              \
    int locked __attribute__((cleanup(unlock), unused)) = pthread_mutex_lock(&lock); \
    int refusal = enter(__func__, gpu);                         \
    if (refusal) return refusal

/* ---- who holds what ---- */

static int is_alive(uint32_t pid) {
    char name[64], state = 'X';
    snprintf(name, sizeof name, "/proc/%u/stat", pid);
    FILE *file = fopen(name, "r");
    if (!file) return 0;
    if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1) state = 'X';
    fclose(file);
    return state != 'Z' && state != 'X';
}

/* A driver gives back the memory of a killed process a little later. */
static int is_being_released(uint32_t pid) {
    long delay = number("release.delay", 0);
    struct timespec clock;
    clock_gettime(CLOCK_MONOTONIC, &clock);
    uint64_t now = clock.tv_sec * 1000 + clock.tv_nsec / 1000000;
    for (int i = 0; i < dead_count; i++) {
        if (dead[i].pid == pid) return now < dead[i].dead_since + delay;
    }
    if (dead_count < MAX_HOLDERS) dead[dead_count++] = (struct holder) {pid, 0, now};
    return delay > 0;
}

static struct holder *holder_of(struct holder *holders, int *count, uint32_t pid) {
    for (int i = 0; i < *count; i++) {
        if (holders[i].pid == pid) return holders + i;
    }
    if (*count == MAX_HOLDERS || !(is_alive(pid) || is_being_released(pid))) return NULL;
    holders[*count] = (struct holder) {pid, 0, 0};
    return holders + (*count)++;
}

static int collect(const struct gpu *gpu, struct holder *holders) {
    char name[PATH_MAX];
    int count = 0, crowd = number("crowd", 0);
    DIR *directory = opendir(path(name, "vram/%d", (int) (gpu - gpus)));
    for (struct dirent *entry; directory && (entry = readdir(directory));) {
        struct stat allocation;
        uint32_t pid = strtoul(entry->d_name, NULL, 10);
        if (!pid || fstatat(dirfd(directory), entry->d_name, &allocation, 0)) continue;
        struct holder *holder = holder_of(holders, &count, pid);
        if (holder) holder->bytes += allocation.st_size;
    }
    if (directory) closedir(directory);
    for (int i = 0; i < crowd && count < MAX_HOLDERS; i++) {
        holders[count++] = (struct holder) {100000 + i, 2 << 20, 0};
    }
    return count;
}

static uint64_t used(const struct gpu *gpu) {
    static struct holder holders[MAX_HOLDERS];
    uint64_t sum = 0;
    for (int i = collect(gpu, holders); i-- > 0;) sum += holders[i].bytes;
    return sum;
}

static void write_entry(char *at, int stride, const struct gpu *gpu, const struct holder *holder) {
    uint32_t pid = holder->pid + number("pid.offset", 0);
    uint64_t bytes = number("na", 0) ? NOT_AVAILABLE : number("zero", 0) ? 0 : holder->bytes;
    if (find("bytes")) bytes = strtoull(text("bytes", "0"), NULL, 0);
    uint32_t instance = gpu->parent < 0 ? UINT32_MAX : (uint32_t) (gpu - gpus);
    memcpy(at, &pid, 4);
    if (number("padding", 1)) memset(at + 4, 0, 4);
    memcpy(at + 8, &bytes, 8);
    if (stride >= 24) {
        memcpy(at + 16, &instance, 4);
        memcpy(at + 20, &instance, 4);
    }
    if (stride >= 32) memset(at + 24, 0, 8);
}

static int list(const char *key, int stride, int shown, const struct gpu *gpu, uint32_t *count, char *infos) {
    static struct holder holders[MAX_HOLDERS];
    uint32_t room = *count, held = shown ? collect(gpu, holders) : 0;
    stride = number(key, stride);
    *count = held;
    if (room && next_number("race")) {
        *count = room + 1;
        return INSUFFICIENT_SIZE;
    }
    if (held > room) return INSUFFICIENT_SIZE;
    if (room) memset(infos, 0, (size_t) room * number("memset", 0));
    for (uint32_t i = 0; i < held; i++) write_entry(infos + i * stride, stride, gpu, holders + i);
    *count = number("count", held);
    return SUCCESS;
}

#define LIST(function, key, stride, kind, initial)                           \
    int function(const struct gpu *gpu, uint32_t *count, char *infos) {      \
        ENTER(gpu);                                                          \
        return list(key, stride, number(kind, initial), gpu, count, infos);  \
    }
#define LISTS(function, kind, initial)                  \
    LIST(function, "stride.v1", 16, kind, initial)      \
    LIST(function##_v2, "stride.v2", 24, kind, initial) \
    LIST(function##_v3, "stride.v3", 24, kind, initial)

LISTS(nvmlDeviceGetComputeRunningProcesses, "compute", 1)
LISTS(nvmlDeviceGetGraphicsRunningProcesses, "graphics", 0)
LISTS(nvmlDeviceGetMPSComputeRunningProcesses, "mps", 0)

/* ---- the library and its devices ---- */

int nvmlInit_v2(void) {
    ENTER(NULL);
    if (!initialized++) read_gpus();
    return SUCCESS;
}

int nvmlShutdown(void) {
    ENTER(NULL);
    initialized--;
    return SUCCESS;
}

/* A library for WSL gave a pointer to nowhere. */
const char *nvmlErrorString(int code) { return (const char *) (uintptr_t) (code + 1); }

static int answer(char *buffer, uint32_t size, const char *text) {
    return (uint32_t) snprintf(buffer, size, "%s", text) < size ? SUCCESS : INSUFFICIENT_SIZE;
}

int nvmlSystemGetDriverVersion(char *version, uint32_t size) {
    ENTER(NULL);
    return answer(version, size, text("driver", "580.65.06"));
}

static int nth_part(int parent, uint32_t index, const struct gpu **part) {
    for (*part = gpus; *part < gpus + gpu_count; (*part)++) {
        if ((*part)->parent == parent && index-- == 0) return SUCCESS;
    }
    return NOT_FOUND;
}

static uint32_t parts(int parent) {
    uint32_t count = 0;
    for (int i = 0; i < gpu_count; i++) count += gpus[i].parent == parent;
    return count;
}

int nvmlDeviceGetCount_v2(uint32_t *count) {
    ENTER(NULL);
    *count = parts(-1);
    return SUCCESS;
}

int nvmlDeviceGetHandleByIndex_v2(uint32_t index, const struct gpu **gpu) {
    int missing = nth_part(-1, index, gpu);
    ENTER(missing ? NULL : *gpu);
    return missing ? INVALID_ARGUMENT : SUCCESS;
}

int nvmlDeviceGetHandleByUUID(const char *uuid, const struct gpu **gpu) {
    ENTER(NULL);
    for (*gpu = gpus; *gpu < gpus + gpu_count; (*gpu)++) {
        if (!strcmp((*gpu)->uuid, uuid)) return SUCCESS;
    }
    return NOT_FOUND;
}

#define TEXT(function, field)                                            \
    int function(const struct gpu *gpu, char *buffer, uint32_t size) {   \
        ENTER(gpu);                                                      \
        return answer(buffer, size, gpu->field);                         \
    }
TEXT(nvmlDeviceGetUUID, uuid)
TEXT(nvmlDeviceGetName, name)

int nvmlDeviceGetMigMode(const struct gpu *gpu, uint32_t *current, uint32_t *pending) {
    ENTER(gpu);
    *current = *pending = number("mig", 0) || parts(gpu - gpus) > 0;
    return SUCCESS;
}

int nvmlDeviceGetMigDeviceHandleByIndex(const struct gpu *gpu, uint32_t index, const struct gpu **part) {
    ENTER(gpu);
    return nth_part(gpu - gpus, index, part);
}

/* ---- amounts ---- */

int nvmlDeviceGetMemoryInfo(const struct gpu *gpu, uint64_t memory[3]) {
    ENTER(gpu);
    uint64_t taken = used(gpu) + gpu->reserved;
    memcpy(memory, (uint64_t[]) {gpu->total, gpu->total - taken, taken}, 24);
    return SUCCESS;
}

int nvmlDeviceGetMemoryInfo_v2(const struct gpu *gpu, uint64_t memory[5]) {
    ENTER(gpu);
    if ((uint32_t) memory[0] != MEMORY_V2) return WRONG_VERSION;
    uint64_t taken = used(gpu);
    memcpy(memory + 1, (uint64_t[]) {gpu->total, gpu->reserved, gpu->total - taken - gpu->reserved, taken}, 32);
    return SUCCESS;
}

#define MODE(function, key, initial)                             \
    int function(const struct gpu *gpu, uint32_t *mode) {        \
        ENTER(gpu);                                              \
        *mode = number(key, initial);                            \
        return SUCCESS;                                          \
    }
MODE(nvmlDeviceGetPersistenceMode, "persistence", 1)
MODE(nvmlDeviceGetAccountingMode, "accounting", 0)
MODE(nvmlDeviceGetMaxMigDeviceCount, "mig.max", 7)

int nvmlDeviceGetAccountingStats(const struct gpu *gpu, uint32_t pid, char stats[56]) {
    ENTER(gpu);
    char name[PATH_MAX];
    struct stat peak;
    if (!number("accounting", 0)) return NOT_SUPPORTED;
    if (stat(path(name, "peaks/%d/%u", (int) (gpu - gpus), pid), &peak)) return NOT_FOUND;
    uint64_t bytes = peak.st_size, start = peak.st_mtim.tv_sec * 1000000 + peak.st_mtim.tv_nsec / 1000;
    memset(stats, 0, 56);
    memcpy(stats + 8, &bytes, 8);
    memcpy(stats + 24, &start, 8);
    return SUCCESS;
}

/* Only the presence of these counts: it tells drivers with a list of another layout. */
#define PRESENT(function)                                        \
    int function(const struct gpu *gpu) {                        \
        ENTER(gpu);                                              \
        return NOT_SUPPORTED;                                    \
    }
PRESENT(nvmlDeviceGetConfComputeMemSizeInfo)
PRESENT(nvmlDeviceGetRunningProcessDetailList)
