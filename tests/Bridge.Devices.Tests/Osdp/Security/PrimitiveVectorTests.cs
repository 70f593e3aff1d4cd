using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Tests.Osdp.Security;

/// <summary>Keys, cryptograms, authentication codes and padding, from published examples.</summary>
public sealed class PrimitiveVectorTests
{
    private const string ExampleKey = "2b7e151628aed2a6abf7158809cf4f3c";
    private const string ExampleStart = "000102030405060708090a0b0c0d0e0f";

    /// <summary>Base key, the panel's and the reader's random number, three keys, both cryptograms, the initial code, and whence.</summary>
    public static TheoryData<string[], string> Handshakes => new()
    {
        {
            [
                "303132333435363738393a3b3c3d3e3f", "b0b1b2b3b4b5b6b7", "a0a1a2a3a4a5a6a7",
                "bf8dc2a8329acb8c67c6d0cd9a451682", "5e86c676603bdee2d8beafe178637332", "6fda86e857777e81132035758239172e",
                "fde5d2f428ec16312471ea3c02bd7796", "26d3356e07762d262801fc8e6665a891", "b2a30057eb98ba2229ec1f875662b524",
            ],
            "the standard's own example, with the default key"
        },
        {
            [
                "303132333435363738393a3b3c3d3e3f", "1011121314151617", "2021222324252627",
                "7fdaee5b8d49a67bdef17e1505f33a48", "5bbfbbe46966956d0547a0f3446a8304", "b07ea39f3bbe5655706fd52f50f8958f",
                "cd0b74c2deedad8e3ead4708e2b3adb9", "3a948ab7acec52e69a8a0f323a9fc058", "22cd330bfcc87dcd2563bc61d1a3b33f",
            ],
            "the default key with the random numbers of the session below"
        },
        {
            [
                SessionVectors.BaseKey, SessionVectors.PanelRandom, SessionVectors.ReaderRandom,
                "01dc151dd6694513bab3c94ebbd7e0cd", "29b10c12dbdd4001276d09ae5396c6e0", "d01b8f23edb93f1cea6e10914f9c3739",
                "cf5d7974e62fa6f15ab7bfad5d96533c", "299a755df7ea540aea5c4525d599edd6", SessionVectors.InitialMac,
            ],
            "a session with a key of its own"
        },
        {
            [
                "303132333435363738393a3b3c3d3e3f", "cdcd921212d3ee6a", "6162636465666768", "", "", "",
                "4b7e2f98ad79bd968119a8d1d3dbdaee", "a230f5d33b25f43434929ab208de90a7", "d8f543e207ac5d2e30be9fac3aa04bea",
            ],
            "recorded between two real devices"
        },
    };

    [Theory, MemberData(nameof(Handshakes))]
    [Conformance(50, "Keys and cryptograms of the examples")]
    public void KeysAndCryptogramsAreThoseOfTheExamples(string[] example, string why)
    {
        var (panel, reader) = (Hex.Bytes(example[1]), Hex.Bytes(example[2]));
        using var keys = SessionKeys.Derive(Hex.Bytes(example[0]), panel);
        var results = new byte[3][];
        for (var index = 0; index < 3; index++)
        {
            results[index] = new byte[16];
        }

        Cryptogram.Client(keys, panel, reader, results[0]);
        Cryptogram.Server(keys, panel, reader, results[1]);
        Cryptogram.InitialMac(keys, results[1], results[2]);
        Assert.True(example.Skip(6).SequenceEqual(results.Select(result => Hex.Text(result))), why);
        Assert.True(example[3].Length == 0 || example.Skip(3).Take(3).SequenceEqual(Derived(example[0], panel)), why);
    }

    [Theory]
    [InlineData(15, "c5311f3d23d086ea86f5ee7f85247b40", "one block that is not full: padded")]
    [InlineData(16, "50fe67cc996d32b6da0937e99bafec60", "one full block: not padded, a plain block of the cipher")]
    public void TheAuthenticationCodeIsThatOfTheExample(int length, string mac, string why)
    {
        using var keys = SessionKeys.From(Hex.Bytes(ExampleKey), Hex.Bytes(ExampleKey), Hex.Bytes(ExampleKey));
        var result = new byte[16];
        var message = Enumerable.Range(0, length).Select(value => (byte)value).ToArray();
        var start = length == 15 ? Hex.Bytes(ExampleStart) : new byte[16];
        MessageMac.Compute(keys, start, message, result);
        Assert.True(mac == Hex.Text(result), $"{why}: {Hex.Text(result)}");
    }

    [Theory]
    [InlineData(0, "4c08220c79d9191022dc6674874ceaf8", "padding alone")]
    [InlineData(15, "c5311f3d23d086ea86f5ee7f85247b40", "one byte of padding")]
    [InlineData(16, "7df76b0c1ab899b33e42f047b91b546fe2fe5bd6c1dfcdd19124f03e1a134d3b", "a whole block of padding")]
    [Conformance(51, "Padding of 0, 15 and 16 bytes")]
    public void DataIsSealedAndOpened(int length, string cipherText, string why)
    {
        using var key = BlockCipher.For(Hex.Bytes(ExampleKey));
        var mac = Hex.Bytes(ExampleStart).Select(value => (byte)(value ^ 0xFF)).ToArray();
        var data = Enumerable.Range(0, length).Select(value => (byte)value).ToArray();
        var result = new byte[MessageCipher.SealedLength(length)];
        MessageCipher.Encrypt(key, mac, data, result);
        Assert.True(cipherText == Hex.Text(result), $"{why}: {Hex.Text(result)}");

        var opened = new byte[result.Length];
        Assert.True(MessageCipher.TryDecrypt(key, mac, result, opened, out var openedLength), why);
        Assert.Equal(Hex.Text(data), Hex.Text(opened.AsSpan(0, openedLength)));
    }

    [Theory]
    [InlineData("00000000000000000000000000000000", "no 80 at all")]
    [InlineData("01020304050607080102030405060708", "data to the end")]
    [InlineData("01020304050607080102030405068100", "another byte than 80")]
    [InlineData("8000000000000000000000000000000000000000000000000000000000000000", "more than a block of padding")]
    [Conformance(58, "Wrong padding is refused")]
    public void WrongPaddingLeavesNothing(string padded, string why)
    {
        using var key = BlockCipher.For(Hex.Bytes(ExampleKey));
        var mac = Hex.Bytes("ffffffffffffffffffffffffffffffff");
        var cipherText = Hex.Bytes(padded);
        var chain = new byte[16];
        for (var place = 0; place < cipherText.Length; place += 16)
        {
            Blocks.Add(chain, cipherText.AsSpan(place, 16));
            key.Encrypt(chain, chain);
            chain.CopyTo(cipherText, place);
        }

        var data = new byte[cipherText.Length];
        Assert.False(MessageCipher.TryDecrypt(key, mac, cipherText, data, out var length), why);
        Assert.Equal(0, length);
        Assert.True(data.All(value => value == 0), why);
    }

    [Fact]
    public void AReadersKeyIsDerivedAsInTheExample()
    {
        using var master = ReaderKey.From(Hex.Bytes(ExampleStart));
        using var key = KeyDiversification.Derive(master, Hex.Bytes("cafe010102040302"));
        using var other = KeyDiversification.Derive(master, Hex.Bytes("cafe010102040303"));
        Assert.Equal("435381a147bd9b44ab44791d90115de1", Hex.Text(key.Bytes));
        Assert.False(key.Matches(other));
    }

    private static string[] Derived(string baseKey, byte[] panelRandom)
    {
        using var cipher = BlockCipher.For(Hex.Bytes(baseKey));
        return
        [
            .. new[] { SessionKeys.EncryptionPurpose, SessionKeys.FirstMacPurpose, SessionKeys.LastMacPurpose }.Select(purpose =>
            {
                var key = new byte[16];
                SessionKeys.DeriveOne(cipher, purpose, panelRandom, key);
                return Hex.Text(key);
            }),
        ];
    }
}
