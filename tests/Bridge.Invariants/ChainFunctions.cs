using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Bridge.Invariants;

/// <summary>What SQLite lacks: the chain's hash, written once more from its description in docs and not from the product's code, and times of .NET's JSON.</summary>
internal static class ChainFunctions
{
    public static void AddTo(SqliteConnection connection)
    {
        connection.CreateFunction("ticks", (string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture).Ticks, isDeterministic: true);
        connection.CreateFunction("genesis", (string site, long epoch, long created) => Hash([], ["AccessBridge journal 1", site, epoch, created]), isDeterministic: true);
        connection.CreateFunction<byte[]>("chained", values => Hash((byte[])values[0]!, values.AsSpan(1)), isDeterministic: true);
    }

    private static byte[] Hash(byte[] before, ReadOnlySpan<object?> fields)
    {
        using var bytes = new MemoryStream();
        bytes.Write(before);
        Span<byte> number = stackalloc byte[sizeof(long)];
        foreach (var field in fields)
        {
            if (field is null or DBNull)
            {
                bytes.Write([0xFF, 0xFF, 0xFF, 0xFF]);
            }
            else if (field is long value)
            {
                BinaryPrimitives.WriteInt64BigEndian(number, value);
                bytes.Write([0, 0, 0, sizeof(long)]);
                bytes.Write(number);
            }
            else
            {
                var text = Encoding.UTF8.GetBytes((string)field);
                BinaryPrimitives.WriteInt32BigEndian(number, text.Length);
                bytes.Write(number[..4]);
                bytes.Write(text);
            }
        }

        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
