/* Preloaded into a process whose disk is to misbehave, for the files whose path begins with DISK_FAULT_FILES. What it does stands in the file
   DISK_FAULT_MODE names, is read anew at every call, and may be changed while the process runs:
     slow N      fsync and fdatasync take N milliseconds longer
     readonly    as a file system that was remounted read-only under its users: EROFS for writes, truncation, and opening for writing
     failing     fsync and fdatasync fail with EIO, as a dying disk does; writes seem to succeed
   Anything else, or no file: the disk is well. A remount of the mount point itself is refused by the kernel while anybody writes there.
   Build: gcc -shared -fPIC -O2 -o disk_fault.so disk_fault.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void *real(const char *name)
{
    void *function = dlsym(RTLD_NEXT, name);
    if (!function)
        abort();
    return function;
}

static int begins(const char *path)
{
    const char *prefix = getenv("DISK_FAULT_FILES");
    return prefix && *prefix && strncmp(path, prefix, strlen(prefix)) == 0;
}

static int watched(int file)
{
    char link[32], path[4096];
    ssize_t length;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return begins(path);
}

/* By system calls: the functions of the same name are the ones that are replaced here. */
static void mode(char *into, size_t size)
{
    const char *path = getenv("DISK_FAULT_MODE");
    long file = path ? syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0) : -1;
    long length = 0;
    if (file >= 0) {
        length = syscall(SYS_read, file, into, size - 1);
        syscall(SYS_close, file);
    }
    into[length > 0 ? length : 0] = 0;
}

static int is(const char *word)
{
    char now[64];
    int kept = errno, same;
    mode(now, sizeof now);
    errno = kept;
    same = strncmp(now, word, strlen(word)) == 0;
    return same;
}

static int sync_fault(int file)
{
    char now[64];
    if (!watched(file))
        return 0;
    mode(now, sizeof now);
    if (strncmp(now, "failing", 7) == 0) {
        errno = EIO;
        return -1;
    }
    if (strncmp(now, "slow ", 5) == 0) {
        long milliseconds = atol(now + 5);
        struct timespec pause = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
        while (nanosleep(&pause, &pause) != 0 && errno == EINTR)
            ;
    }
    return 0;
}

static int refused(int file)
{
    if (!is("readonly") || !watched(file))
        return 0;
    errno = EROFS;
    return -1;
}

int fsync(int file)
{
    int (*next)(int) = real("fsync");
    return sync_fault(file) ? -1 : next(file);
}

int fdatasync(int file)
{
    int (*next)(int) = real("fdatasync");
    return sync_fault(file) ? -1 : next(file);
}

ssize_t write(int file, const void *from, size_t length)
{
    static ssize_t (*next)(int, const void *, size_t);
    if (!next)
        next = real("write");
    return refused(file) ? -1 : next(file, from, length);
}

ssize_t pwrite64(int file, const void *from, size_t length, off64_t at)
{
    ssize_t (*next)(int, const void *, size_t, off64_t) = real("pwrite64");
    return refused(file) ? -1 : next(file, from, length, at);
}

int ftruncate64(int file, off64_t length)
{
    int (*next)(int, off64_t) = real("ftruncate64");
    return refused(file) ? -1 : next(file, length);
}

int open64(const char *path, int flags, ...)
{
    int (*next)(const char *, int, ...) = real("open64");
    va_list more;
    mode_t bits;
    va_start(more, flags);
    bits = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    if (((flags & O_ACCMODE) != O_RDONLY || flags & O_TRUNC) && begins(path) && is("readonly")) {
        errno = EROFS;
        return -1;
    }
    return next(path, flags, bits);
}
