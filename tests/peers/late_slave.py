"""A serial slave of unit 1 that answers its first request too late and all others at once. Register n = n. What it does with the loopback diagnostic
is the second argument: echo, refuse (exception 1) or silent.

late_slave.py DEVICE echo|refuse|silent [SECONDS]      prints "ready DEVICE"
"""
import os
import sys
import time
import tty


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return bytes((value & 0xFF, value >> 8))


def answer(request, diagnostics):
    unit, function = request[0], request[1]
    if function == 3:
        address, quantity = int.from_bytes(request[2:4], "big"), int.from_bytes(request[4:6], "big")
        body = bytes((unit, 3, 2 * quantity)) + b"".join((address + n).to_bytes(2, "big") for n in range(quantity))
    elif function == 8 and diagnostics == "silent":
        return b""
    elif function == 8 and diagnostics == "echo":
        body = request[:6]
    else:
        body = bytes((unit, function | 0x80, 1))
    return body + crc(body)


def main(device, diagnostics, seconds="0.31"):
    port = os.open(device, os.O_RDWR | os.O_NOCTTY)
    tty.setraw(port)
    print(f"ready {device}", flush=True)
    waiting, late = b"", float(seconds)
    while True:
        waiting += os.read(port, 256)
        while len(waiting) >= 8:
            request, waiting = waiting[:8], waiting[8:]
            if crc(request[:6]) != request[6:]:
                waiting = b""
                break
            time.sleep(late)
            late = 0
            os.write(port, answer(request, diagnostics))


main(*sys.argv[1:])
