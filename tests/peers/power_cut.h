/* What a write to a watched file replaced and brought, so that a machine without power can be imitated after the process has died:
   what was not synced is taken back, whole or in part. One log for each file, emptied whenever the file has been synced. */
#ifndef POWER_CUT_H
#define POWER_CUT_H

#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <fcntl.h>

enum { OP_WRITE = 0x57524954, OP_TRUNCATE = 0x54524e43 };

struct op {
    uint32_t kind;
    uint32_t replaced;   /* bytes that follow first: what stood there */
    uint32_t brought;    /* bytes that follow then: what was written */
    uint32_t unused;
    int64_t offset;      /* of a write; the new size of a truncation */
    int64_t size_before;
};

/* An inode's number is used again soon after a file is deleted; together with its time of birth it names one file for good. */
static inline int log_path(char *path, size_t length, const char *folder, int directory, const char *name)
{
    struct statx status;
    if (statx(directory, name, *name ? AT_SYMLINK_NOFOLLOW : AT_EMPTY_PATH, STATX_INO | STATX_BTIME, &status) != 0)
        return -1;
    snprintf(path, length, "%s/%llu-%lld-%u.log", folder, (unsigned long long)status.stx_ino, (long long)status.stx_btime.tv_sec, status.stx_btime.tv_nsec);
    return 0;
}

#endif
