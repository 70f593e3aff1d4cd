"""A slave by pymodbus: unit 1; holding register n = n, input register n = 1000 + n, discrete input n = (n is a multiple of 3).

pymodbus_slave.py tcp | rtutcp | rtu DEVICE      prints "ready PORT" or "ready DEVICE"
"""
import asyncio
import sys

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.device import ModbusDeviceIdentification
from pymodbus.server import StartAsyncSerialServer
from pymodbus.server.async_io import ModbusTcpServer
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer


def context():
    unit = ModbusSlaveContext(
        di=ModbusSequentialDataBlock(0, [n % 3 == 0 for n in range(4096)]),
        co=ModbusSequentialDataBlock(0, [False] * 4096),
        hr=ModbusSequentialDataBlock(0, list(range(4096))),
        ir=ModbusSequentialDataBlock(0, [1000 + n for n in range(4096)]),
        zero_mode=True,
    )
    return ModbusServerContext(slaves={1: unit}, single=False)


def identity():
    return ModbusDeviceIdentification(info_name={"VendorName": "Vendor", "ProductCode": "Product", "MajorMinorRevision": "Rev"})


async def main(mode, device=None):
    if mode == "rtu":
        print(f"ready {device}", flush=True)
        await StartAsyncSerialServer(context=context(), identity=identity(), framer=ModbusRtuFramer, port=device, baudrate=115200, timeout=0.05)
        return
    framer = ModbusSocketFramer if mode == "tcp" else ModbusRtuFramer
    server = ModbusTcpServer(context(), framer=framer, identity=identity(), address=("127.0.0.1", 0), allow_reuse_address=True)
    serving = asyncio.ensure_future(server.serve_forever())
    while not (server.server and server.server.sockets):
        await asyncio.sleep(0.02)
    print(f"ready {server.server.sockets[0].getsockname()[1]}", flush=True)
    await serving


asyncio.run(main(*sys.argv[1:]))
