using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.Secrets;
using Bridge.Host.Tests.Runtime.Support;

namespace Bridge.Host.Tests.Secrets;

/// <summary>The key file as an enrolment changes it, with the power cut before every step.</summary>
public sealed class OsdpKeyFileTests : IDisposable
{
    private const string Own = "5d2f0c11a97be3446208c1f07b93d85e";
    private const string Pending = "a1b2c3d4e5f60718293a4b5c6d7e8f90";
    private const string Other = """ "inside": { "key": "0b7c5d2f0c11a97be3446208c1f07b93" } """;
    private static readonly DeviceId Reader = new("outside");
    private static readonly string[] Steps = ["draft", "sync", "rename", "directory", "done"];

    private readonly TestFolder folder = new();

    private SitePaths Paths => new(folder.Path);

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string> Cuts
    {
        get
        {
            var cuts = new TheoryData<string, string>();
            foreach (var change in (string[])["begin", "promote", "drop"])
            {
                foreach (var step in Steps)
                {
                    cuts.Add(change, step);
                }
            }

            return cuts;
        }
    }

    [Theory, MemberData(nameof(Cuts))]
    public void AfterAPowerCutAtAnyStepThereIsTheOldContentOrTheNewOne(string change, string step)
    {
        Write(change == "begin" ? $$"""{ "outside": { "key": "{{Own}}" }, {{Other}} }""" : $$"""{ "outside": { "key": "{{Own}}", "pending": "{{Pending}}" }, {{Other}} }""");
        var before = Found();
        Assert.Throws<PowerCutException>(() => Change(new OsdpKeyFile(Paths, now => Cut(now, step)), change));
        var after = Found();

        var isOld = Array.IndexOf(Steps, step) <= Array.IndexOf(Steps, "rename");
        Assert.True(!isOld || before == after, $"{change} cut before {step}: {after}");
        Assert.True(isOld || IsNew(change, after), $"{change} cut before {step}: {after}");
        Assert.IsType<OsdpKeyFound.Found>(OsdpKeys.Read(Paths.OsdpKeys, Paths.OsdpMasterKey).Find("inside"));
        AssertOwnerOnly();

        // And whatever was left behind is in nobody's way.
        Change(new OsdpKeyFile(Paths), change);
        Assert.True(IsNew(change, Found()));
        AssertOwnerOnly();
    }

    [Fact]
    public void ANewReaderGetsARandomKeyAndEachOneAnother()
    {
        var file = new OsdpKeyFile(Paths);
        Assert.False(file.HasKey(Reader));
        Directory.CreateDirectory(Path.GetDirectoryName(Paths.OsdpKeys)!);
        var (first, isNew) = file.Begin(Reader, fromDefaultKey: true);
        Assert.True(isNew);
        Assert.NotEqual(first, file.Begin(new DeviceId("inside"), fromDefaultKey: true).Key);
        Assert.Equal((Convert.ToHexStringLower(first), false), (Convert.ToHexStringLower(file.Begin(Reader, fromDefaultKey: true).Key), file.Begin(Reader, true).IsNew));
        file.DropPending(Reader);
        Assert.False(file.HasKey(Reader));
        Assert.True(file.HasKey(new DeviceId("inside")));
    }

    [Fact]
    public void WhoTheReaderIsIsWrittenDownWithItsKey()
    {
        Write($$"""{ "outside": { "pending": "{{Pending}}" } }""");
        new OsdpKeyFile(Paths).Promote(Reader, [0xCA, 0xFE, 1, 1, 2, 4, 3, 2], [0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1]);
        var found = Assert.IsType<OsdpKeyFound.Found>(OsdpKeys.Read(Paths.OsdpKeys, Paths.OsdpMasterKey).Find("outside")).Security;
        Assert.Equal((Pending, "cafe010102040302", "cafe01010204030201"), (Hex(found.Key), Hex(found.ClientId), Hex(found.Identity)));
    }

    [Theory]
    [InlineData("""{ "outside": { "key": "5d2f0c11a97be3446208c1f07b93d85e", "clientId": "cafe010102040302" } }""", false, true, "the reader is known, and has another key so far")]
    [InlineData("""{ "outside": { "clientId": "cafe010102040302" } }""", true, true, "a new reader that is known")]
    [InlineData("""{ "outside": { "clientId": "cafe010102040302" } }""", false, false, "it has that key already")]
    [InlineData("""{ "outside": { "key": "435381a147bd9b44ab44791d90115de1", "clientId": "cafe010102040302" } }""", false, false, "it has that key already, written out")]
    [InlineData("""{ "outside": { "key": "5d2f0c11a97be3446208c1f07b93d85e" } }""", false, false, "nobody knows what the reader says of itself")]
    public void WhereThereIsAMasterKeyTheKeyIsMadeFromIt(string keys, bool fromDefault, bool isMade, string why)
    {
        Write(keys);
        File.WriteAllText(Paths.OsdpMasterKey, "000102030405060708090a0b0c0d0e0f\n");
        Close(Paths.OsdpMasterKey);
        var key = Convert.ToHexStringLower(new OsdpKeyFile(Paths).Begin(Reader, fromDefault).Key);
        Assert.True((key == "435381a147bd9b44ab44791d90115de1") == isMade, why);
    }

    [Fact]
    public void AFileThatIsNoneIsNotWrittenOver()
    {
        Write("""{ "outside": { "key": "5d2f0c""");
        var failure = Assert.Throws<IOException>(() => new OsdpKeyFile(Paths).Begin(Reader, fromDefaultKey: true));
        Assert.DoesNotContain("5d2f0c", failure.Message, StringComparison.Ordinal);
        Assert.Contains("5d2f0c", File.ReadAllText(Paths.OsdpKeys), StringComparison.Ordinal);
    }

    private static void Change(OsdpKeyFile file, string change)
    {
        switch (change)
        {
            case "begin":
                _ = file.Begin(Reader, fromDefaultKey: false);
                break;
            case "promote":
                file.Promote(Reader, [], []);
                break;
            default:
                file.DropPending(Reader);
                break;
        }
    }

    private static bool IsNew(string change, (string Key, string Pending) found) => change switch
    {
        "begin" => found is { Key: Own, Pending.Length: 32 },
        "promote" => found == (Pending, ""),
        _ => found == (Own, ""),
    };

    private static void Cut(string now, string step)
    {
        if (now == step)
        {
            throw new PowerCutException();
        }
    }

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    private static void Close(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private (string Key, string Pending) Found()
    {
        var found = Assert.IsType<OsdpKeyFound.Found>(OsdpKeys.Read(Paths.OsdpKeys, Paths.OsdpMasterKey).Find("outside")).Security;
        return (Hex(found.Key), Hex(found.PendingKey));
    }

    private void Write(string keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Paths.OsdpKeys)!);
        File.WriteAllText(Paths.OsdpKeys, keys);
        Close(Paths.OsdpKeys);
    }

    private void AssertOwnerOnly()
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Paths.OsdpKeys));
        }
    }
}
