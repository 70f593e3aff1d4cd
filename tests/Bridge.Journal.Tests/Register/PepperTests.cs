using Bridge.Journal.Register;

namespace Bridge.Journal.Tests.Register;

public sealed class PepperTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private RegisterOptions Options => new(folder.File("register.db"), folder.File("pepper"), "tower");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_first_start_makes_a_pepper_that_only_its_owner_can_read()
    {
        Imports.Open(Options).Dispose();
        var pepper = Assert.IsType<PepperOpened.Ready>(PepperFile.Read(Options.PepperPath)).Pepper;
        Assert.Equal(32, pepper.Length);
        Assert.True(pepper.Distinct().Count() > 10);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Options.PepperPath));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Options.Path));
        }

        Imports.Open(Options).Dispose();
        Assert.Equal(pepper, Assert.IsType<PepperOpened.Ready>(PepperFile.Read(Options.PepperPath)).Pepper);
    }

    [Fact]
    public void An_existing_pepper_is_never_overwritten()
    {
        Assert.IsType<PepperOpened.Ready>(PepperFile.Create(Options.PepperPath));
        var before = File.ReadAllBytes(Options.PepperPath);
        Assert.IsType<PepperOpened.Refused>(PepperFile.Create(Options.PepperPath));
        Assert.Equal(before, File.ReadAllBytes(Options.PepperPath));
    }

    public static TheoryData<string, UnixFileMode> OpenToOthers => new()
    {
        { "the group can read it", UnixFileMode.GroupRead },
        { "the group can write it", UnixFileMode.GroupWrite },
        { "everybody can read it", UnixFileMode.OtherRead },
        { "everybody can write it", UnixFileMode.OtherWrite },
    };

    [Theory, MemberData(nameof(OpenToOthers))]
    public void A_pepper_open_to_others_is_refused(string why, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Unix modes");
            return;
        }

        Imports.Open(Options).Dispose();
        File.SetUnixFileMode(Options.PepperPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
        Assert.Contains("0600", Refusal(), StringComparison.Ordinal);
        Assert.NotEmpty(why);
    }

    [Fact]
    public void A_pepper_that_is_short_missing_or_another_ones_is_refused()
    {
        Imports.Open(Options).Dispose();
        var pepper = File.ReadAllBytes(Options.PepperPath);
        File.WriteAllBytes(Options.PepperPath, pepper[..31]);
        Assert.Contains("31 bytes", Refusal(), StringComparison.Ordinal);
        pepper[7] ^= 1;
        File.WriteAllBytes(Options.PepperPath, pepper);
        Assert.Contains("not the pepper", Refusal(), StringComparison.Ordinal);
        File.Delete(Options.PepperPath);
        Assert.Contains("missing", Refusal(), StringComparison.Ordinal);
        Assert.False(File.Exists(Options.PepperPath));
    }

    [Fact]
    public void A_newer_register_is_refused_untouched_and_a_damaged_one_is_not_replaced()
    {
        Imports.Open(Options).Dispose();
        RawFile.Execute(Options.Path, "PRAGMA user_version = 9");
        var before = File.ReadAllBytes(Options.Path);
        Assert.IsType<RegisterOpened.TooNew>(CredentialRegister.Open(Options));
        Assert.Equal(before, File.ReadAllBytes(Options.Path));
        File.WriteAllBytes(Options.Path, []);
        Assert.IsType<RegisterOpened.Unusable>(CredentialRegister.Open(Options));
        Assert.Empty(File.ReadAllBytes(Options.Path));
    }

    private string Refusal() => Assert.IsType<RegisterOpened.Unusable>(CredentialRegister.Open(Options)).Reason;
}
