/* Puts files into the state in which the death of their writer, or of the whole machine, would have left them.
   usage: power_cut_restore <folder> <logs> <kill|none|some> <seed>
   kill: the machine lives on, so every write stays; what was not synced stays so, for a later power cut.
   none: nothing that was not synced is there.
   some: of what was not synced a random part is there, in any order, and torn between sectors.
   Prints how many writes were not synced and how many of them were kept. */
#define _GNU_SOURCE
#include "power_cut.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512 };

static uint64_t state;
static long unsynced, kept;

static uint32_t draw(uint32_t below)
{
    state += 0x9e3779b97f4a7c15u;
    uint64_t mixed = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return (uint32_t)((mixed ^ (mixed >> 31)) % below);
}

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void put(int file, const char *bytes, size_t length, off_t offset)
{
    if (length && pwrite(file, bytes, length, offset) != (ssize_t)length)
        fail("pwrite");
}

static void take_back(int file, const struct op *op)
{
    put(file, (const char *)(op + 1), op->replaced, op->offset);
    if (ftruncate(file, op->size_before) != 0)
        fail("ftruncate");
}

static void do_again(int file, const struct op *op)
{
    const char *bytes = (const char *)(op + 1) + op->replaced;
    uint32_t chance = draw(4), at;
    if (chance == 0)
        return;
    kept++;
    if (op->kind == OP_TRUNCATE) {
        if (ftruncate(file, op->offset) != 0)
            fail("ftruncate");
        return;
    }
    for (at = 0; at < op->brought; at += SECTOR)
        if (chance > 1 || draw(2))
            put(file, bytes + at, op->brought - at < SECTOR ? op->brought - at : SECTOR, op->offset + at);
}

static void restore(const char *path, const char *log, const char *mode)
{
    struct stat status;
    int file = open(path, O_RDWR), records = open(log, O_RDWR);
    size_t length, at = 0, count = 0;
    char *all;
    const struct op **ops;
    if (file < 0 || records < 0 || fstat(records, &status) != 0)
        fail(path);
    length = (size_t)status.st_size;
    all = malloc(length + 1);
    ops = malloc(sizeof *ops * (length / sizeof(struct op) + 1));
    if (!all || !ops || read(records, all, length) != (ssize_t)length)
        fail(log);
    while (length - at >= sizeof(struct op)) {
        const struct op *op = (const struct op *)(all + at);
        size_t size = sizeof *op + op->replaced + op->brought;
        if (size > length - at)
            break;
        ops[count++] = op;
        at += size;
    }
    unsynced += (long)count;
    if (strcmp(mode, "kill") == 0) {
        kept += (long)count;
        if (ftruncate(records, (off_t)at) != 0) /* a torn record: its write was never made */
            fail(log);
        return;
    }
    for (size_t i = count; i-- > 0;)
        take_back(file, ops[i]);
    for (size_t i = 0; i < count && strcmp(mode, "some") == 0; i++)
        do_again(file, ops[i]);
    if (ftruncate(records, 0) != 0)
        fail(log);
    close(file);
    close(records);
    free(all);
    free(ops);
}

int main(int count, char **arguments)
{
    DIR *folder;
    struct dirent *entry;
    char path[4096], log[4096];
    if (count != 5 || !(folder = opendir(arguments[1])))
        fail("usage: power_cut_restore folder logs kill|none|some seed");
    state = strtoull(arguments[4], NULL, 10);
    while ((entry = readdir(folder))) {
        snprintf(path, sizeof path, "%s/%s", arguments[1], entry->d_name);
        if (entry->d_type == DT_REG && log_path(log, sizeof log, arguments[2], AT_FDCWD, path) == 0 && access(log, F_OK) == 0)
            restore(path, log, arguments[3]);
    }
    /* The index of the log is memory: it does not outlive the machine. */
    if (strcmp(arguments[3], "kill") != 0) {
        snprintf(path, sizeof path, "%s/journal.db-shm", arguments[1]);
        unlink(path);
    }
    printf("%ld not synced, %ld kept\n", unsynced, kept);
    return 0;
}
