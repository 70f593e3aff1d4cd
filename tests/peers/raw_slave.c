/* The smallest Modbus slave there is: answers reads of registers (value = address) and nothing else, as fast as the system lets it. Both masters of a
   comparison are measured against it. One request at a time, a child process for each connection.
     raw_slave tcp PORT      prints "ready PORT" (PORT 0: any)
     raw_slave pty           prints "ready /dev/pts/N" */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static uint16_t crc_table[256];

static void build_table(void)
{
    for (int i = 0; i < 256; i++) {
        uint16_t v = i;
        for (int b = 0; b < 8; b++) v = v & 1 ? (v >> 1) ^ 0xA001 : v >> 1;
        crc_table[i] = v;
    }
}

static uint16_t crc_of(const uint8_t *bytes, int count)
{
    uint16_t crc = 0xFFFF;
    while (count--) crc = (crc >> 8) ^ crc_table[(crc ^ *bytes++) & 0xFF];
    return crc;
}

static int answer_registers(const uint8_t *pdu, uint8_t *out)
{
    int address = pdu[1] << 8 | pdu[2], quantity = pdu[3] << 8 | pdu[4];
    out[0] = pdu[0];
    out[1] = quantity * 2;
    for (int i = 0; i < quantity; i++) {
        out[2 + 2 * i] = (address + i) >> 8;
        out[3 + 2 * i] = address + i;
    }
    return 2 + quantity * 2;
}

static void serve_tcp(int fd)
{
    uint8_t in[512], out[512];
    int have = 0;
    for (;;) {
        ssize_t got = recv(fd, in + have, sizeof in - have, 0);
        if (got <= 0) return;
        have += got;
        while (have >= 12) {
            memcpy(out, in, 7);
            int length = answer_registers(in + 7, out + 7);
            out[4] = 0;
            out[5] = length + 1;
            if (send(fd, out, 7 + length, MSG_NOSIGNAL) < 0) return;
            have -= 12;
            memmove(in, in + 12, have);
        }
    }
}

static void serve_pty(int fd)
{
    uint8_t in[512], out[512];
    int have = 0;
    for (;;) {
        ssize_t got = read(fd, in + have, sizeof in - have);
        if (got <= 0) {
            struct pollfd idle = { fd, 0, 0 };
            poll(&idle, 0, 20); /* nobody has the other end open yet */
            continue;
        }
        have += got;
        while (have >= 8) {
            if (crc_of(in, 8) == 0 && (in[1] == 3 || in[1] == 4)) {
                out[0] = in[0];
                int length = 1 + answer_registers(in + 1, out + 1);
                uint16_t crc = crc_of(out, length);
                out[length++] = crc;
                out[length++] = crc >> 8;
                if (write(fd, out, length) < 0) return;
            }
            have -= 8;
            memmove(in, in + 8, have);
        }
    }
}

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    build_table();
    signal(SIGCHLD, SIG_IGN);
    if (!strcmp(argv[1], "pty")) {
        int fd = posix_openpt(O_RDWR | O_NOCTTY);
        grantpt(fd);
        unlockpt(fd);
        struct termios raw;
        tcgetattr(fd, &raw);
        cfmakeraw(&raw);
        tcsetattr(fd, TCSANOW, &raw);
        printf("ready %s\n", ptsname(fd));
        fflush(stdout);
        serve_pty(fd);
        return 0;
    }

    int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(argc > 2 ? atoi(argv[2]) : 0), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t size = sizeof here;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&here, sizeof here) || listen(listener, 64)) return 1;
    getsockname(listener, (struct sockaddr *)&here, &size);
    printf("ready %d\n", ntohs(here.sin_port));
    fflush(stdout);
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0) continue;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        if (fork() == 0) {
            close(listener);
            serve_tcp(fd);
            _exit(0);
        }
        close(fd);
    }
}
