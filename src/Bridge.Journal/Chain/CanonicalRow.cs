using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Journal.Chain;

/// <summary>
/// The bytes that the chain covers. Every field is a 4-byte big-endian length and then that many bytes; a missing field has the length
/// 0xFFFFFFFF and no bytes. Numbers are 8 bytes, big-endian, two's complement; text is UTF-8. So no two different rows give the same bytes.
/// <code>
/// hash(0) = SHA-256( "AccessBridge journal 1", site, first epoch, created at )
/// hash(n) = SHA-256( hash(n-1) as 32 plain bytes, then: sequence, epoch, origin, kind, occurred at, occurred offset, recorded at, elapsed,
///                    door, correlation, body, unjournalled )
/// </code>
/// </summary>
internal sealed class CanonicalRow
{
    public const int HashLength = 32;

    private const uint Missing = uint.MaxValue;

    private byte[] buffer = new byte[1024];
    private int length;

    public static byte[] Genesis(string site, int firstEpoch, long createdAt)
    {
        var row = new CanonicalRow();
        row.Add("AccessBridge journal 1"u8);
        row.Add(Encoding.UTF8.GetBytes(site));
        row.Add(firstEpoch);
        row.Add(createdAt);
        return row.Hash();
    }

    /// <summary>Begins a row with the hash of the one before it.</summary>
    public void Begin(ReadOnlySpan<byte> previousHash)
    {
        length = 0;
        previousHash.CopyTo(Room(previousHash.Length));
    }

    public void Add(long value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Room(4), sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);
    }

    public void Add(ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Room(4), (uint)value.Length);
        value.CopyTo(Room(value.Length));
    }

    public void Add(string? value)
    {
        if (value is null)
        {
            AddMissing();
            return;
        }

        var count = Encoding.UTF8.GetByteCount(value);
        BinaryPrimitives.WriteUInt32BigEndian(Room(4), (uint)count);
        Encoding.UTF8.GetBytes(value, Room(count));
    }

    public void AddMissing() => BinaryPrimitives.WriteUInt32BigEndian(Room(4), Missing);

    public byte[] Hash() => SHA256.HashData(buffer.AsSpan(0, length));

    public void Hash(Span<byte> destination) => SHA256.HashData(buffer.AsSpan(0, length), destination);

    private Span<byte> Room(int count)
    {
        if (buffer.Length - length < count)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
        }

        var room = buffer.AsSpan(length, count);
        length += count;
        return room;
    }
}
