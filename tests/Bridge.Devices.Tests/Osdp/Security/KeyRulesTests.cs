using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>Keys that somebody would try first are refused before any reader gets them.</summary>
public sealed class KeyRulesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("00000000000000000000000000000000", "AllZero", "nothing")]
    [InlineData("ffffffffffffffffffffffffffffffff", "OneByte", "one byte")]
    [InlineData("303132333435363738393a3b3c3d3e3f", "DefaultKey", "the key of the standard")]
    [InlineData("000102030405060708090a0b0c0d0e0f", "Counting", "counting up")]
    [InlineData("0f0e0d0c0b0a09080706050403020100", "Counting", "counting down")]
    [InlineData("f8f9fafbfcfdfeff0001020304050607", "Counting", "counting over the end")]
    [InlineData("3f3e3d3c3b3a39383736353433323130", "Counting", "the key of the standard, backward")]
    [InlineData("00112233445566778899aabbccddeeff", "Counting", "in steps of 17, the key of many examples")]
    [InlineData("0123456789abcdef0123456789abcdef", "ShortPattern", "8 bytes twice")]
    [InlineData("deadbeefdeadbeefdeadbeefdeadbeef", "ShortPattern", "4 bytes four times")]
    [InlineData("0a0b0a0b0a0b0a0b0a0b0a0b0a0b0a0b", "ShortPattern", "2 bytes")]
    [InlineData("01020501020501020501020501020501", "ShortPattern", "3 bytes, not a whole number of times")]
    [InlineData("d459f02f6602e5651f3b553bc283d4", "WrongLength", "15 bytes")]
    [InlineData("", "WrongLength", "no key")]
    [InlineData("d459f02f6602e5651f3b553bc283d43e", "None", "a key of a real reader")]
    [InlineData("435381a147bd9b44ab44791d90115de1", "None", "a derived key")]
    [Conformance(61, "S11: weak keys are refused")]
    public void WeakKeysAreRefused(string key, string weakness, string why) =>
        Assert.True(weakness == $"{KeyRules.Judge(Hex.Bytes(key))}", $"{why}: {KeyRules.Judge(Hex.Bytes(key))}");

    [Fact]
    [Conformance(61, "S11: a table of more than 1000 weak keys")]
    public void WholeFamiliesOfWeakKeysAreRefused()
    {
        const int Seed = 11;
        var random = new Random(Seed);
        var weak = new List<byte[]>();
        for (var first = 0; first < 256; first++)
        {
            foreach (var step in new[] { 0, 1, 255, 2, 16 })
            {
                weak.Add([.. Enumerable.Range(0, 16).Select(index => (byte)((first + (index * step)) & 0xFF))]);
            }

            var pattern = new byte[random.Next(2, 9)];
            random.NextBytes(pattern);
            weak.Add([.. Enumerable.Range(0, 16).Select(index => pattern[index % pattern.Length])]);
        }

        var accepted = weak.Count(key => KeyRules.Judge(key) == KeyWeakness.None);
        var good = Enumerable.Range(0, weak.Count).Count(_ =>
        {
            using var key = ReaderKey.Random();
            return KeyRules.Judge(key.Bytes) == KeyWeakness.None;
        });
        output.WriteLine($"seed {Seed}: {weak.Count} weak keys, {accepted} accepted. Control: {good} of {weak.Count} random keys accepted");
        Assert.Equal((0, weak.Count), (accepted, good));
    }

    [Fact]
    [Conformance(61, "S11: one key for two readers is refused")]
    public void OneKeyForTwoReadersIsFound()
    {
        ReaderKey[] keys = [ReaderKey.Random(), ReaderKey.Random(), ReaderKey.Random()];
        Assert.Null(KeyRules.FindShared(keys));
        Assert.Equal((1, 3), KeyRules.FindShared([.. keys, ReaderKey.From(keys[1].Bytes)]));
        Assert.Null(KeyRules.FindShared([]));
    }

    [Theory]
    [InlineData("d459f02f6602e5651f3b553bc283d43e", true, "32 digits")]
    [InlineData("D459F02F6602E5651F3B553BC283D43E", true, "in capitals")]
    [InlineData("d459f02f6602e5651f3b553bc283d4", false, "30 digits")]
    [InlineData("d459f02f6602e5651f3b553bc283d43e00", false, "34 digits")]
    [InlineData("d459f02f6602e5651f3b553bc283d43g", false, "a letter that is no digit")]
    [InlineData("d459 f02f 6602 e565 1f3b 553b c2", false, "with spaces")]
    [InlineData("", false, "nothing")]
    public void AKeyIsReadFromText(string text, bool isKey, string why)
    {
        using var key = ReaderKey.Parse(text);
        Assert.True(isKey == key is not null, why);
        Assert.True(key is null || Hex.Text(key.Bytes) == Hex.Text(Hex.Bytes(text)), why);
    }

    [Fact]
    public void AKeyIsWipedAndNeverShown()
    {
        var key = ReaderKey.Parse("d459f02f6602e5651f3b553bc283d43e");
        Assert.NotNull(key);
        Assert.Equal(nameof(ReaderKey), $"{key}");
        key.Dispose();
        Assert.True(key.Bytes.IndexOfAnyExcept((byte)0) < 0, "the key is still there");
    }
}
