using Bridge.Journal.Register;

namespace Bridge.Journal.Tests.Register;

/// <summary>Digests computed once outside this program from the description in <see cref="CredentialHasher"/>.</summary>
public sealed class CredentialHasherTests
{
    private static readonly byte[] Pepper = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly CredentialHasher Hasher = new(Pepper, "tower");

    [Fact]
    public void A_card_has_the_documented_digest() => Assert.Equal(
        "1355e180464d569c57f0f92df14c33341c478fc8008f0247164427bf8a5fc2d1",
        Convert.ToHexStringLower(Hasher.Card([0x12, 0x34, 0x56, 0x40], 26).ToBytes()));

    [Fact]
    public void A_pin_has_the_documented_digest() => Assert.Equal(
        "2064103435f641687ff6f7dc3286e3689763e71c5818e2ed8d517a396de2f4be",
        Convert.ToHexStringLower(Hasher.Pin("4711").ToBytes()));

    [Fact]
    public void What_lies_behind_the_last_bit_does_not_count() =>
        Assert.Equal(Hasher.Card([0x12, 0x34, 0x56, 0x40], 26), Hasher.Card([0x12, 0x34, 0x56, 0x7f, 0xff], 26));

    [Fact]
    public void What_differs_in_anything_has_another_digest()
    {
        CredentialDigest[] digests =
        [
            Hasher.Card([0x12, 0x34, 0x56, 0x40], 26),
            Hasher.Card([0x12, 0x34, 0x56, 0x40], 27),
            Hasher.Card([0x12, 0x34, 0x56, 0x00], 26),
            Hasher.Pin("4711"),
            Hasher.Pin("04711"),
            Hasher.Pin("47110"),
            new CredentialHasher(Pepper, "tower2").Pin("4711"),
            new CredentialHasher([.. Pepper.Reverse()], "tower").Pin("4711"),
            Hasher.Card("4711"u8, 32),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Digests_are_ordered_like_their_bytes()
    {
        var digests = Enumerable.Range(1000, 200).Select(i => Hasher.Pin(i.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(
            digests.OrderBy(digest => Convert.ToHexString(digest.ToBytes()), StringComparer.Ordinal),
            digests.Order());
    }

    [Fact]
    public void Nothing_of_a_secret_shows_in_text()
    {
        Assert.DoesNotContain("4711", new CredentialSecret.Pin("4711").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", Imports.Pin("k", "4711").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("9876", new CredentialSecret.Card(new byte[4], 26, "9876").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("王", new ImportedHolder("k", "resident", "12-3", "王芳").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("1", new PepperOpened.Ready([1, 1, 1]).ToString(), StringComparison.Ordinal);
    }
}
