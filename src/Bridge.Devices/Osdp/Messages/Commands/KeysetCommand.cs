using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>A new base key for the reader. Only inside a session, and only in an enrolment that a person started.</summary>
internal readonly record struct KeysetCommand(ReaderKey Key) : IOsdpCommand
{
    private const int HeadLength = 2;
    private const byte BaseKeyType = 1;

    public OsdpCommandCode Code => OsdpCommandCode.Keyset;

    public int Length => HeadLength + ReaderKey.Length;

    public static bool TryRead(ReadOnlySpan<byte> data, out KeysetCommand command)
    {
        command = default;
        if (data is not [BaseKeyType, ReaderKey.Length, .. { Length: ReaderKey.Length } key])
        {
            return false;
        }

        command = new KeysetCommand(ReaderKey.From(key));
        return true;
    }

    public void WriteTo(Span<byte> data)
    {
        data[0] = BaseKeyType;
        data[1] = ReaderKey.Length;
        Key.Bytes.CopyTo(data[HeadLength..]);
    }
}
