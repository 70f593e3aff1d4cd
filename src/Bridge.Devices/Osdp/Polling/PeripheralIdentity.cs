using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// Whether a device is the one that the site knows. An enrolled identity that differs stops it; where the site expects none, the first that was
/// seen is remembered and a change is remarked. A person who enrols from the default key has said that whatever answers is the reader.
/// </summary>
internal sealed class PeripheralIdentity(PeripheralMemory memory)
{
    public static bool IsOne(ReadOnlySpan<byte> pdId) => PdIdReply.Read(pdId, longerAccepted: true, out _) == ReplyRefusal.None;

    /// <summary>False for another device than the enrolled one. Only for what <see cref="IsOne"/>.</summary>
    public bool Accepts(ReadOnlySpan<byte> pdId, long stamp)
    {
        var identity = pdId[..OsdpSecurity.IdentityLength];
        if (IsWelcome)
        {
            memory.SeenIdentity = identity.ToArray();
            return true;
        }

        var expected = memory.ExpectedIdentity.Span;
        if (!expected.IsEmpty && !identity.SequenceEqual(expected))
        {
            return false;
        }

        memory.SeenIdentity = Remembered(memory.SeenIdentity, identity, stamp);
        return true;
    }

    public bool AcceptsClient(ReadOnlySpan<byte> clientId, long stamp)
    {
        if (IsWelcome)
        {
            memory.SeenClientId = clientId.ToArray();
            return true;
        }

        var expected = memory.ExpectedClientId.Span;
        if (!expected.IsEmpty && !clientId.SequenceEqual(expected))
        {
            return false;
        }

        memory.SeenClientId = Remembered(memory.SeenClientId, clientId, stamp);
        return true;
    }

    private bool IsWelcome => memory.Keys.Open is { FromDefaultKey: true };

    private byte[] Remembered(byte[] seen, ReadOnlySpan<byte> now, long stamp)
    {
        if (now.SequenceEqual(seen))
        {
            return seen;
        }

        if (seen.Length > 0)
        {
            memory.Trouble = DeviceRemark.Replaced;
            memory.Said.Remark(DeviceRemark.Replaced, $"another device answers: {Convert.ToHexString(now)}, before it was {Convert.ToHexString(seen)}", stamp);
        }

        return now.ToArray();
    }
}
