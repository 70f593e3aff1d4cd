using System.Buffers.Text;
using System.Globalization;
using Bridge.Host.Accounts;

namespace Bridge.Host.Tests.Accounts;

/// <summary>A million tokens: none twice, and their bytes as even as chance makes them.</summary>
public sealed class SecretTokenTests(ITestOutputHelper output)
{
    private const int Count = 1_000_000;

    /// <summary>255 degrees of freedom: beyond this less often than once in a million.</summary>
    private const double Uneven = 375;

    [Fact]
    public void AreNeverTheSameAndEvenlySpread()
    {
        var tokens = new HashSet<string>(Count, StringComparer.Ordinal);
        var bytes = new long[256];
        for (var number = 0; number < Count; number++)
        {
            var token = SecretToken.New();
            tokens.Add(token);
            foreach (var one in Base64Url.DecodeFromChars(token))
            {
                bytes[one]++;
            }
        }

        var spread = ChiSquare(bytes);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} tokens of {8 * bytes.Sum() / Count} bits: {Count - tokens.Count} twice, chi square {spread:0.0} (255 degrees)"));
        Assert.Equal(Count, tokens.Count);
        Assert.True(8 * bytes.Sum() / Count >= 128);
        Assert.True(spread < Uneven, $"{spread}");
    }

    /// <summary>The positive control: a source that is off by one part in fifty is found.</summary>
    [Fact]
    public void AnUnevenSourceIsFound()
    {
        var random = new Random(20261);
        var bytes = new long[256];
        for (var number = 0; number < Count; number++)
        {
            bytes[random.Next(256 + 5) % 256]++;
        }

        Assert.True(ChiSquare(bytes) > Uneven, $"seed 20261: {ChiSquare(bytes)}");
    }

    private static double ChiSquare(long[] counts)
    {
        var expected = counts.Sum() / (double)counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
