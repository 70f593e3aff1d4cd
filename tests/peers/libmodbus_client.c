/* Measures libmodbus as a master: COUNT reads of 10 holding registers of unit 1, and prints one line of JSON.
     libmodbus_client tcp HOST PORT COUNT
     libmodbus_client rtu DEVICE COUNT */
#include <errno.h>
#include <modbus.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static double cpu(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return u.ru_utime.tv_sec + u.ru_utime.tv_usec / 1e6 + u.ru_stime.tv_sec + u.ru_stime.tv_usec / 1e6;
}

static int ascending(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
    if (argc < 4) return 2;
    int tcp = !strcmp(argv[1], "tcp");
    long count = atol(argv[tcp ? 4 : 3]);
    modbus_t *bus = tcp ? modbus_new_tcp(argv[2], atoi(argv[3])) : modbus_new_rtu(argv[2], 115200, 'N', 8, 1);
    if (bus == NULL || modbus_set_slave(bus, 1) || modbus_connect(bus)) {
        fprintf(stderr, "connect: %s\n", modbus_strerror(errno));
        return 1;
    }

    uint16_t values[10];
    float *took = malloc(count * sizeof *took);
    for (int i = 0; i < 200; i++) modbus_read_registers(bus, i, 10, values);
    double begin = now(), used = cpu(), last = begin;
    long wrong = 0;
    for (long i = 0; i < count; i++) {
        int address = i & 0xFF;
        if (modbus_read_registers(bus, address, 10, values) != 10 || values[9] != address + 9) wrong++;
        double t = now();
        took[i] = (t - last) * 1e6;
        last = t;
    }

    double seconds = last - begin;
    used = cpu() - used;
    qsort(took, count, sizeof *took, ascending);
    printf("{\"master\":\"libmodbus\",\"transactions\":%ld,\"wrong\":%ld,\"seconds\":%.4f,\"perSecond\":%.0f,\"p50\":%.1f,\"p99\":%.1f,\"cpuSeconds\":%.4f}\n",
           count, wrong, seconds, count / seconds, took[count / 2], took[count * 99 / 100], used);
    modbus_close(bus);
    modbus_free(bus);
    return wrong != 0;
}
