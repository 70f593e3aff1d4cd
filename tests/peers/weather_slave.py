"""A slave of unit 1 with bad manners, on TCP (MBAP) or as RTU inside TCP. Register n = n. The first register asked for chooses what happens:
below 100 a plain answer; from 100 on the misdeed of the table. Every misdeed happens once, to the first request with its address; then the answer is plain.

weather_slave.py tcp|rtutcp      prints "ready PORT"
"""
import socket
import sys
import time


def crc(data):
    value = 0xFFFF
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = (value >> 1) ^ 0xA001 if value & 1 else value >> 1
    return bytes((value & 0xFF, value >> 8))


class Slave:
    def __init__(self, mode):
        self.mode = mode
        self.done = set()

    def cut(self, waiting):
        """The first request of what waits, and the rest."""
        if self.mode == "tcp":
            length = 6 + int.from_bytes(waiting[4:6], "big") if len(waiting) >= 6 else 1 << 16
        else:
            length = 8
        return (waiting[:length], waiting[length:]) if len(waiting) >= length else (None, waiting)

    def frame(self, request, unit=None, function=None, transaction=0, pdu=None):
        offset = 6 if self.mode == "tcp" else 0
        unit = request[offset] if unit is None else unit
        asked = request[offset + 1:]
        if pdu is None and asked[0] == 8:
            pdu = asked[:5]
        if pdu is None:
            address, quantity = int.from_bytes(asked[1:3], "big"), int.from_bytes(asked[3:5], "big")
            pdu = bytes((asked[0], 2 * quantity)) + b"".join((address + n).to_bytes(2, "big") for n in range(quantity))
        if function is not None:
            pdu = bytes((function,)) + pdu[1:]
        if self.mode == "tcp":
            number = (int.from_bytes(request[:2], "big") + transaction) & 0xFFFF
            return number.to_bytes(2, "big") + b"\0\0" + (1 + len(pdu)).to_bytes(2, "big") + bytes((unit,)) + pdu
        body = bytes((unit,)) + pdu
        return body + crc(body)

    def address(self, request):
        offset = 6 if self.mode == "tcp" else 0
        return int.from_bytes(request[offset + 2:offset + 4], "big") if request[offset + 1] == 3 else 0

    def serve(self, peer):
        waiting = b""
        while True:
            got = peer.recv(512)
            if not got:
                return
            waiting += got
            while True:
                request, waiting = self.cut(waiting)
                if request is None:
                    break
                address = self.address(request)
                if address < 100 or address in self.done:
                    peer.sendall(self.frame(request))
                else:
                    self.done.add(address)
                    self.misbehave(peer, request, address)

    def misbehave(self, peer, request, address):
        good = self.frame(request)
        if address == 100:  # garbage in front, answer in a segment of its own
            peer.sendall(bytes((0x55, 0xAA, 0xFF, 0x00, 0x13, 0x37, 0x99, 0x42)))
            time.sleep(0.15)
            peer.sendall(good)
        elif address == 101:  # half a frame and nothing more
            peer.sendall(good[:len(good) // 2])
        elif address == 102:  # byte by byte
            for n in range(len(good)):
                peer.sendall(good[n:n + 1])
                time.sleep(0.005)
        elif address == 103:  # somebody else's answer first
            peer.sendall(self.frame(request, unit=9) + good)
        elif address == 104:  # another function's answer first
            peer.sendall(self.frame(request, function=4) + good)
        elif address == 105:  # an answer to another transaction first (its own unit's, another length on RTU)
            peer.sendall(self.frame(request, transaction=-1, pdu=bytes((3, 4, 1, 2, 3, 4))) + good)
        elif address == 106:  # said twice
            peer.sendall(good + good)
        elif address == 107:  # one bit wrong
            bad = bytearray(good)
            bad[-3 if self.mode == "rtutcp" else 1] ^= 0x10
            peer.sendall(bytes(bad))
        elif address == 108:  # late: after the master has given up
            time.sleep(0.4)
            peer.sendall(good)
        elif address == 109:  # silence
            pass
        elif address == 110:  # refusal
            function = request[7 if self.mode == "tcp" else 1]
            peer.sendall(self.frame(request, pdu=bytes((function | 0x80, 6))))
        elif address == 111:  # hangs up
            peer.shutdown(socket.SHUT_RDWR)


def main(mode):
    listener = socket.create_server(("127.0.0.1", 0))
    print(f"ready {listener.getsockname()[1]}", flush=True)
    slave = Slave(mode)
    while True:
        peer, _ = listener.accept()
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            slave.serve(peer)
        except OSError:
            pass
        peer.close()


main(*sys.argv[1:])
