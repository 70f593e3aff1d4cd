/* A slave by libmodbus: 0x1100 coils (so that vendors' coil addresses exist), 512 of the others. Holding register n = n, input register n = 1000 + n,
   discrete input n = (n is a multiple of 3).
     libmodbus_slave tcp        prints "ready PORT"; serves one connection after another
     libmodbus_slave rtu DEVICE prints "ready DEVICE" */
#include <arpa/inet.h>
#include <errno.h>
#include <modbus.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    int tcp = !strcmp(argv[1], "tcp"), listener = -1;
    modbus_t *bus = tcp ? modbus_new_tcp("127.0.0.1", 0) : modbus_new_rtu(argv[2], 115200, 'N', 8, 1);
    modbus_mapping_t *map = modbus_mapping_new(0x1100, 512, 512, 512);
    uint8_t query[MODBUS_TCP_MAX_ADU_LENGTH];
    for (int i = 0; i < 512; i++) {
        map->tab_input_bits[i] = i % 3 == 0;
        map->tab_registers[i] = i;
        map->tab_input_registers[i] = 1000 + i;
    }

    modbus_set_slave(bus, 1);
    if (tcp) {
        struct sockaddr_in here = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
        socklen_t size = sizeof here;
        listener = socket(AF_INET, SOCK_STREAM, 0);
        if (bind(listener, (struct sockaddr *)&here, sizeof here) || listen(listener, 8)) return 1;
        getsockname(listener, (struct sockaddr *)&here, &size);
        printf("ready %d\n", ntohs(here.sin_port));
    } else {
        if (modbus_connect(bus)) return 1;
        printf("ready %s\n", argv[2]);
    }

    fflush(stdout);
    for (;;) {
        if (tcp) modbus_tcp_accept(bus, &listener);
        for (;;) {
            int length = modbus_receive(bus, query);
            if (length > 0) modbus_reply(bus, query, length, map);
            else if (length < 0 && tcp) break;
            else if (length < 0 && errno == EIO) return 0;
        }
        close(modbus_get_socket(bus));
    }
}
