/* What a stand-in library was told to be and to do, from the files beside it; nvml.c says which files. */
#include <dlfcn.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { MAX_GPUS = 32, MAX_SETTINGS = 64 };

struct gpu {
    char uuid[80], name[96];
    uint64_t total, reserved;
    int parent;
};

struct setting {
    char key[96], value[96];
    long uses;
};

static char home[2048];
static struct gpu gpus[MAX_GPUS];
static int gpu_count;
static struct setting settings[MAX_SETTINGS];
static int setting_count;
static struct stat config_file;

__attribute__((constructor)) static void find_home(void) {
    Dl_info library;
    dladdr((void *) find_home, &library);
    snprintf(home, sizeof home, "%s", library.dli_fname);
    *strrchr(home, '/') = 0;
}

static char *path(char *buffer, const char *format, ...) {
    int length = snprintf(buffer, PATH_MAX, "%s/", home);
    va_list parts;
    va_start(parts, format);
    vsnprintf(buffer + length, PATH_MAX - length, format, parts);
    va_end(parts);
    return buffer;
}

static void read_gpus(void) {
    char name[PATH_MAX];
    FILE *file = fopen(path(name, "gpus"), "r");
    struct gpu *gpu = gpus;
    while (file && gpu < gpus + MAX_GPUS
            && fscanf(file, "%79[^\t]\t%lu\t%lu\t%d\t%95[^\n]\n", gpu->uuid, &gpu->total, &gpu->reserved, &gpu->parent,
                       gpu->name) == 5) {
        gpu++;
    }
    gpu_count = gpu - gpus;
    if (file) fclose(file);
}

static void read_config(void) {
    char name[PATH_MAX];
    struct stat now;
    if (stat(path(name, "config"), &now)
            || (now.st_ino == config_file.st_ino && now.st_size == config_file.st_size
                && !memcmp(&now.st_mtim, &config_file.st_mtim, sizeof now.st_mtim))) {
        return;
    }
    config_file = now;
    setting_count = 0;
    FILE *file = fopen(name, "r");
    struct setting *next = settings;
    while (file && next < settings + MAX_SETTINGS && fscanf(file, " %95[^=]=%95[^\n]", next->key, next->value) == 2) {
        next->uses = 0;
        next++;
    }
    setting_count = next - settings;
    if (file) fclose(file);
}

static struct setting *find(const char *key) {
    for (struct setting *setting = settings; setting < settings + setting_count; setting++) {
        if (!strcmp(setting->key, key)) return setting;
    }
    return NULL;
}

static const char *text(const char *key, const char *otherwise) { return find(key) ? find(key)->value : otherwise; }

static long number(const char *key, long otherwise) {
    return find(key) ? strtol(find(key)->value, NULL, 0) : otherwise;
}

/* A number that counts for all calls, or as "NUMBER*TIMES" for the next ones only. */
static long next_number(const char *format, ...) {
    char key[96];
    va_list parts;
    va_start(parts, format);
    vsnprintf(key, sizeof key, format, parts);
    va_end(parts);
    struct setting *setting = find(key);
    if (!setting) return 0;
    const char *times = strchr(setting->value, '*');
    return times && setting->uses++ >= atol(times + 1) ? 0 : atol(setting->value);
}
