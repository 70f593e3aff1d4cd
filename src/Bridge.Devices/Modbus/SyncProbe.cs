namespace Bridge.Devices.Modbus;

/// <summary>
/// A question whose answer cannot be mistaken for the one that is still owed. A unit answers in order, so once this is answered nothing older is on its
/// way. First choice is the loopback diagnostic with fresh data (its refusal serves as well: another function code); a unit that stays silent
/// to it is asked a read of a different quantity the next time.
/// </summary>
internal sealed class SyncProbe(long seed)
{
    private readonly ModbusRequest _request = new();
    private readonly bool[] _prefersRead = new bool[256];
    private uint _data = unchecked((uint)seed);

    public ModbusRequest Build(SuspectRequest owed, ModbusRequest waiting)
    {
        if (_prefersRead[waiting.Unit])
        {
            BuildRead(owed, waiting.Unit);
        }
        else
        {
            _data = unchecked((_data * 1664525) + 1013904223);
            ModbusFunctions.Diagnostics(_request, waiting.Unit, 0, (ushort)(_data >> 16));
        }

        _request.Timeout = waiting.Timeout;
        return _request;
    }

    public void Learn(byte unit, bool answered) => _prefersRead[unit] ^= !answered;

    // The byte count is all that tells two reads apart: bits need eight more or less to differ.
    private void BuildRead(SuspectRequest owed, byte unit)
    {
        switch (owed.Function)
        {
            case 1 or 2:
                ModbusFunctions.ReadBits(_request, unit, owed.Function, owed.First, owed.Second > 8 ? 1 : 16);
                break;
            case 3 or 4:
                ModbusFunctions.ReadRegisters(_request, unit, owed.Function, owed.First, owed.Second > 1 ? 1 : 2);
                break;
            case 5 or 15:
                ModbusFunctions.ReadBits(_request, unit, 1, owed.First, 1);
                break;
            default:
                ModbusFunctions.ReadRegisters(_request, unit, 3, owed.First, 1);
                break;
        }
    }
}
