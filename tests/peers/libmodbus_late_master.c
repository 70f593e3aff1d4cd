/* The positive control of the late-reply run: libmodbus as the master, 300 ms time-out, reads registers 100 to 103 one by one from a slave that
   answers the first request too late. Prints one word for each read: timeout, right or WRONG. */
#include <modbus.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc < 2) return 2;
    modbus_t *bus = modbus_new_rtu(argv[1], 115200, 'N', 8, 1);
    modbus_set_slave(bus, 1);
    modbus_set_response_timeout(bus, 0, 300000);
    if (modbus_connect(bus)) return 1;
    for (int address = 100; address < 104; address++) {
        uint16_t value = 0;
        int count = modbus_read_registers(bus, address, 1, &value);
        printf("%s%s", address > 100 ? " / " : "", count != 1 ? "timeout" : value == address ? "right" : "WRONG");
    }

    printf("\n");
    modbus_free(bus);
    return 0;
}
