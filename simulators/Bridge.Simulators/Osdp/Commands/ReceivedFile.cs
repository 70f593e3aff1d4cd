namespace Bridge.Simulators.Osdp.Commands;

/// <summary>A file that comes in pieces.</summary>
public sealed class ReceivedFile
{
    private const int LargestFile = 1 << 20;
    private const short Malformed = -3;
    private const short Abort = -1;
    private const short Processed = 1;
    private byte[] _content = [];
    private int _received;

    /// <summary>What has come so far, in full once <see cref="IsComplete"/>.</summary>
    public IReadOnlyList<byte> Content => _content[.._received];

    public bool IsComplete => _content.Length > 0 && _received == _content.Length;

    /// <summary>Takes one fragment and returns the status report of seven bytes.</summary>
    internal byte[] Take(byte[] data)
    {
        var (total, offset) = (BitConverter.ToUInt32(data, 1), BitConverter.ToUInt32(data, 5));
        var fragment = data.AsSpan(11);
        if (total > LargestFile)
        {
            return Status(Abort);
        }

        if (offset == 0)
        {
            (_content, _received) = (new byte[total], 0);
        }

        if (total != _content.Length || offset != _received || offset + fragment.Length > total)
        {
            return Status(Malformed);
        }

        fragment.CopyTo(_content.AsSpan(_received));
        _received += fragment.Length;
        return Status(IsComplete ? Processed : (short)0);
    }

    private static byte[] Status(short status) => [0, 0, 0, (byte)(status & 0xFF), (byte)((status >> 8) & 0xFF), 0, 0];
}
