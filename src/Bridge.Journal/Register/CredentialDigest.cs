using System.Buffers.Binary;

namespace Bridge.Journal.Register;

/// <summary>A card or PIN as its keyed digest; ordered like its bytes.</summary>
public readonly record struct CredentialDigest(UInt128 High, UInt128 Low) : IComparable<CredentialDigest>
{
    public const int Length = 32;

    public static CredentialDigest From(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), Low);
        return bytes;
    }

    public int CompareTo(CredentialDigest other)
    {
        var high = High.CompareTo(other.High);
        return high != 0 ? high : Low.CompareTo(other.Low);
    }

    public override string ToString() => nameof(CredentialDigest);
}
