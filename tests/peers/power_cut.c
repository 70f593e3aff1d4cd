/* Preloaded into a process whose files are to survive a power cut or not: remembers every write to the watched files until it is synced.
   POWER_CUT_FILES     the beginning of the watched files' paths; shared memory (-shm) and locks are not watched
   POWER_CUT_LOG       an existing folder for the logs
   POWER_CUT_SYNC_MS   how long a sync takes at least (a slow disk), default 0
   Build: gcc -shared -fPIC -O2 -o power_cut.so power_cut.c -ldl -lpthread */
#define _GNU_SOURCE
#include "power_cut.h"
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

static void *real(const char *name)
{
    void *function = dlsym(RTLD_NEXT, name);
    if (!function)
        abort();
    return function;
}

static int watched(int file)
{
    static const char *prefix;
    char link[32], path[4096];
    ssize_t length;
    if (!prefix && !(prefix = getenv("POWER_CUT_FILES")))
        prefix = "";
    if (!*prefix)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return strncmp(path, prefix, strlen(prefix)) == 0 && !strstr(path, "-shm") && !strstr(path, ".lock");
}

static int open_log(int file)
{
    char path[4096];
    const char *folder = getenv("POWER_CUT_LOG");
    if (!folder || log_path(path, sizeof path, folder, file, "") != 0)
        abort();
    return open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* Reads through a descriptor of its own: the file may have been opened for writing only. */
static ssize_t old_bytes(int file, void *into, size_t length, off_t offset)
{
    char link[32];
    int reading;
    ssize_t got;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    reading = open(link, O_RDONLY | O_CLOEXEC);
    if (reading < 0)
        abort();
    got = pread(reading, into, length, offset);
    close(reading);
    return got < 0 ? 0 : got;
}

/* One write(2) for one record: a process that dies leaves it whole or not at all behind, or torn at the end, which the reader sees. */
static void remember(int file, uint32_t kind, off_t offset, const void *brought, size_t length, size_t doomed)
{
    struct stat status;
    struct op op = { kind, 0, (uint32_t)length, 0, offset, 0 };
    char *record = malloc(sizeof op + doomed + length);
    int log = open_log(file);
    size_t size;
    if (!record || log < 0 || fstat(file, &status) != 0)
        abort();
    op.size_before = status.st_size;
    op.replaced = (uint32_t)old_bytes(file, record + sizeof op, doomed, offset);
    memcpy(record, &op, sizeof op);
    if (length)
        memcpy(record + sizeof op + op.replaced, brought, length);
    size = sizeof op + op.replaced + length;
    if (write(log, record, size) != (ssize_t)size)
        abort();
    close(log);
    free(record);
}

static ssize_t watched_write(const char *name, int file, const void *bytes, size_t length, off_t offset)
{
    ssize_t (*next)(int, const void *, size_t, off_t) = real(name);
    ssize_t written;
    if (!watched(file))
        return next(file, bytes, length, offset);
    pthread_mutex_lock(&gate);
    remember(file, OP_WRITE, offset, bytes, length, length);
    written = next(file, bytes, length, offset);
    pthread_mutex_unlock(&gate);
    return written;
}

static int watched_truncate(const char *name, int file, off_t size)
{
    int (*next)(int, off_t) = real(name);
    struct stat status;
    int result;
    if (!watched(file))
        return next(file, size);
    pthread_mutex_lock(&gate);
    if (fstat(file, &status) != 0)
        abort();
    remember(file, OP_TRUNCATE, size, NULL, 0, status.st_size > size ? (size_t)(status.st_size - size) : 0);
    result = next(file, size);
    pthread_mutex_unlock(&gate);
    return result;
}

/* The log is emptied after the sync: a process that dies between the two has not been told that its data are safe. */
static int watched_sync(const char *name, int file)
{
    int (*next)(int) = real(name);
    const char *slow = getenv("POWER_CUT_SYNC_MS");
    int result, log;
    if (!watched(file))
        return next(file);
    if (slow && atoi(slow) > 0) {
        struct timespec pause = { atoi(slow) / 1000, atoi(slow) % 1000 * 1000000L };
        nanosleep(&pause, NULL);
    }
    pthread_mutex_lock(&gate);
    result = next(file);
    if (result == 0) {
        log = open_log(file);
        if (log < 0 || ((int (*)(int, off_t))real("ftruncate64"))(log, 0) != 0)
            abort();
        close(log);
    }
    pthread_mutex_unlock(&gate);
    return result;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) { return watched_write("pwrite", file, bytes, length, offset); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) { return watched_write("pwrite64", file, bytes, length, offset); }
int ftruncate(int file, off_t size) { return watched_truncate("ftruncate", file, size); }
int ftruncate64(int file, off64_t size) { return watched_truncate("ftruncate64", file, size); }
int fsync(int file) { return watched_sync("fsync", file); }
int fdatasync(int file) { return watched_sync("fdatasync", file); }
