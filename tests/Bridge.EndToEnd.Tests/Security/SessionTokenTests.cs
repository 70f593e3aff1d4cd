using System.Buffers.Text;
using System.Globalization;

namespace Bridge.EndToEnd.Tests.Security;

/// <summary>
/// The tokens of sessions as the running product gives them out: none twice, their bits as even as chance makes them, and none tells the next.
/// ACCESSBRIDGE_TOKENS is how many (200 unless given): each costs the product the checking of a password. Where they come from is tried by the million
/// in the host's own tests.
/// </summary>
public sealed class SessionTokenTests(GuardedScene scene, ITestOutputHelper output) : IClassFixture<GuardedScene>
{
    // One address may try sixty times a minute, and its page is one of them.
    private const int OfOneAddress = 50;
    private const int Bits = 256;

    /// <summary>Six standard deviations: with all that is tried here, a fair source is beyond it once in a million runs.</summary>
    private const double Uneven = 6;

    private static readonly int Tokens = int.TryParse(Environment.GetEnvironmentVariable("ACCESSBRIDGE_TOKENS"), CultureInfo.InvariantCulture, out var count) ? count : 200;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AreNeverTheSameAndTellNothing()
    {
        var (password, _) = await scene.UserAsync("gate", Token);
        var tokens = new List<byte[]>(Tokens);
        while (tokens.Count < Tokens)
        {
            using var visitor = scene.Visitor();
            var form = await visitor.TokenAsync("/sign-in", Token);
            for (var tried = 0; tried < OfOneAddress && tokens.Count < Tokens; tried++)
            {
                visitor.Forget(PageVisitor.SessionCookie);
                using var answer = await visitor.PostAsync("/sign-in", PageVisitor.Form("password", form, [("name", "gate"), ("password", password)]), Token);
                Assert.True(visitor.Session is not null, $"{tokens.Count}: {answer.StatusCode}");
                tokens.Add(Base64Url.DecodeFromChars(visitor.Session));
            }
        }

        Judge(tokens);
    }

    /// <summary>The positive controls: what a bad source would give out is found.</summary>
    [Theory]
    [InlineData("counter", "counted up, and the rest made of the number")]
    [InlineData("uneven", "three ones for one nought")]
    [InlineData("narrow", "32 bits that stand there eight times")]
    public void ABadSourceIsFound(string source, string why)
    {
        var random = new Random(20263);
        var tokens = Enumerable.Range(0, Tokens).Select(number => Bad(source, number, random)).ToList();
        Assert.True(Worst(tokens) > Uneven, $"seed 20263: {why}: {Worst(tokens)}");
    }

    private void Judge(List<byte[]> tokens)
    {
        var twice = tokens.Count - tokens.Select(Convert.ToHexString).Distinct().Count();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tokens.Count} tokens of {tokens[0].Length * 8} bits given out by the running product: {twice} twice; the worst of the tries at every bit and between neighbours is {Worst(tokens):0.0} standard deviations off"));
        Assert.All(tokens, token => Assert.Equal(Bits, token.Length * 8));
        Assert.Equal(0, twice);
        Assert.True(Worst(tokens) < Uneven, $"{Worst(tokens)}");
    }

    /// <summary>
    /// By how many standard deviations the worst of these is off: how often each bit is set, how often it is its neighbour's in the same token, how often it is the
    /// same in the next token, and how many bits differ between one token's halves.
    /// </summary>
    private static double Worst(List<byte[]> tokens)
    {
        var bits = tokens.ConvertAll(token => Enumerable.Range(0, Bits).Select(at => (token[at / 8] >> (at % 8)) & 1).ToArray());
        var worst = 0.0;
        for (var at = 0; at < Bits; at++)
        {
            worst = Math.Max(worst, Off(bits.Count(token => token[at] == 1), bits.Count));
            worst = Math.Max(worst, Off(bits.Count(token => token[at] == token[(at + 1) % Bits]), bits.Count));
            worst = Math.Max(worst, Off(bits.Zip(bits.Skip(1)).Count(pair => pair.First[at] == pair.Second[at]), bits.Count - 1));
        }

        return Math.Max(worst, Off(bits.Sum(token => Enumerable.Range(0, Bits / 2).Count(at => token[at] == token[at + (Bits / 2)])), bits.Count * Bits / 2));
    }

    private static double Off(int hits, int trials) => Math.Abs(hits - (trials / 2.0)) / (Math.Sqrt(trials) / 2);

    private static byte[] Bad(string source, int number, Random random)
    {
        var token = new byte[Bits / 8];
        random.NextBytes(token);
        switch (source)
        {
            case "counter":
                new Random(number).NextBytes(token);
                BitConverter.TryWriteBytes(token, number);
                break;
            case "uneven":
                token = [.. token.Select(one => (byte)(one | random.Next(256)))];
                break;
            default:
                token = [.. Enumerable.Range(0, Bits / 8).Select(at => token[at % 4])];
                break;
        }

        return token;
    }
}
