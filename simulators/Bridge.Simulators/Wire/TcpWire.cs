using System.Buffers.Binary;

namespace Bridge.Simulators.Wire;

/// <summary>Modbus TCP: a seven byte header whose length counts the unit and the body. Frames of another protocol are skipped in silence.</summary>
public sealed class TcpWire : IWire
{
    private const int HeaderLength = 7;
    private const int LongestBody = 253;
    private readonly List<byte> _received = [];

    public void Append(ReadOnlySpan<byte> bytes) => _received.AddRange(bytes);

    public bool TryTake(out Request request)
    {
        while (_received.Count >= HeaderLength + 1)
        {
            var header = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_received);
            var length = BinaryPrimitives.ReadUInt16BigEndian(header[4..]);
            if (length is < 2 or > LongestBody + 1)
            {
                // Nothing after a nonsensical length can be trusted.
                _received.Clear();
                break;
            }

            if (_received.Count < 6 + length)
            {
                break;
            }

            var isModbus = BinaryPrimitives.ReadUInt16BigEndian(header[2..]) == 0;
            request = new Request(BinaryPrimitives.ReadUInt16BigEndian(header), header[6], header.Slice(HeaderLength, length - 1).ToArray());
            _received.RemoveRange(0, 6 + length);
            if (isModbus)
            {
                return true;
            }
        }

        request = default;
        return false;
    }

    public byte[] Frame(ushort transaction, byte unit, ReadOnlySpan<byte> body)
    {
        var frame = new byte[HeaderLength + body.Length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, transaction);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(4), (ushort)(body.Length + 1));
        frame[6] = unit;
        body.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    public Range Corruptible(int frameLength) => 2..4;
}
