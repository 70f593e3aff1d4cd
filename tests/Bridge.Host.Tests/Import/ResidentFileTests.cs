using System.Globalization;
using System.Text;
using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Host.Tests.Configuration;
using Bridge.Journal.Register;

namespace Bridge.Host.Tests.Import;

public sealed class ResidentFileTests
{
    private const string Header = "holder,name,pin,access_levels\n";

    [Theory]
    [InlineData("", "without a byte order mark")]
    [InlineData("\uFEFF", "with one, as spreadsheets write it")]
    public void ReadsUtf8(string mark, string why)
    {
        var import = Ready(mark + Header + "A-1,大堂,735190,residents\r\n", Good.Sample());
        Assert.True(import.Holders[0].DisplayName == "大堂", why);
    }

    [Fact]
    public void ReadsTheSampleWhole()
    {
        var import = Assert.IsType<ImportResult.Ready>(ResidentFile.Load(RepositoryFiles.Residents, Good.Load(RepositoryFiles.Sample))).Import;
        Assert.Equal((5, 9), (import.Holders.Count, import.Credentials.Count));
        var technician = import.Credentials.First(credential => credential.HolderKey == "S-0001");
        Assert.Equal("2026-01-01T00:00:00+08:00 2027-01-01T00:00:00+08:00", $"{technician.ValidFrom:yyyy-MM-ddTHH:mm:sszzz} {technician.ValidUntil:yyyy-MM-ddTHH:mm:sszzz}");
        Assert.Equal(["residents", "technicians"], technician.AccessLevels);
        Assert.Equal(DisabledReason.Lost, import.Credentials.Single(credential => credential.HolderKey == "R-0807-1").Disabled);
        Assert.All(import.Credentials.Where(credential => credential.HolderKey == "R-1203-2"), credential => Assert.True(credential.ExtendedTime));
        Assert.True(import.Credentials.Single(credential => credential.Duress) is { HolderKey: "R-1203-1", Secret: CredentialSecret.Pin });
    }

    [Theory]
    [InlineData("cardAndPin", true, "the card says who it is")]
    [InlineData("cardOrPin", false, "the digits alone have to say who it is")]
    [InlineData("pin", false, "the digits alone have to say who it is")]
    public void TwoHoldersMayHaveTheSamePinOnlyBesideACard(string authentication, bool accepted, string why)
    {
        var result = Read(Header + "A-1,Ada,735190,residents\nB-1,Bea,735190,residents\n", With(authentication));
        Assert.True(result is ImportResult.Ready == accepted, why);
    }

    [Theory]
    [InlineData("pin", 4, 10, true, "ten of ten thousand: one guess in a thousand")]
    [InlineData("pin", 4, 11, false, "one guess in 909 opens the door")]
    [InlineData("cardOrPin", 4, 11, false, "the same where a card is the alternative")]
    [InlineData("cardAndPin", 4, 200, true, "no digits open without a card")]
    [InlineData("pin", 6, 200, true, "longer digits leave room")]
    public void DigitsAloneNeedAThousandCodesForEachPin(string authentication, int digits, int issued, bool accepted, string why)
    {
        var rows = new StringBuilder(Header);
        var pins = Enumerable.Range(0, int.MaxValue).Select(number => (2013 + (number * 37)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '5'))
            .Where(pin => PinText.Problem(pin) is null).Distinct().Take(issued);
        foreach (var (pin, row) in pins.Select((pin, row) => (pin, row)))
        {
            rows.Append(CultureInfo.InvariantCulture, $"H-{row},Name,{pin},residents\n");
        }

        var result = Read(rows.ToString(), With(authentication));
        Assert.True(result is ImportResult.Ready == accepted, why);
        if (result is ImportResult.Refused refused)
        {
            Assert.Contains("expected at most 10 PINs of 4 digits", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AllErrorsOfAFileComeInItsOrder()
    {
        var refused = Assert.IsType<ImportResult.Refused>(Read(Header + "A-1,Ada,12,residents\nB-1,,735190,nobody\nC-1,Cy,,residents\n", Good.Sample()));
        Assert.Equal(["2 pin", "3 name", "3 access_levels", "4 "], refused.Errors.Select(error => $"{error.Line} {error.Column}"));
    }

    [Theory]
    [InlineData("9999-12-31", "a date, as other systems write it")]
    [InlineData("9999-12-31 23:59", "with a time")]
    [InlineData("", "nothing")]
    public void ForEverHasNoEnd(string until, string why)
    {
        var import = Ready($"holder,name,pin,access_levels,valid_until\nA-1,Ada,735190,residents,{until}\n", Good.Sample());
        Assert.True(import.Credentials[0].ValidUntil is null, why);
    }

    [Fact]
    public void TheLastDayOfTheCalendarIsADay() => Assert.Equal(
        9999, Ready("holder,name,pin,access_levels,valid_until\nA-1,Ada,735190,residents,9998-12-31\n", Good.Sample()).Credentials[0].ValidUntil?.Year);

    [Fact]
    public void RowsOfNothingButCommasAreNoRows() =>
        Assert.Single(Ready(Header + ",,,\nA-1,Ada,735190,residents\n,,,\n , ,,\n", Good.Sample()).Holders);

    [Fact]
    public void DamagedBytesNeverThrowAndNeverImportLess()
    {
        const int seed = 20_260_111;
        var random = new Random(seed);
        var site = Good.Sample();
        var text = File.ReadAllBytes(RepositoryFiles.Residents);
        var refused = 0;
        for (var trial = 0; trial < 3_000; trial++)
        {
            var damaged = text.ToArray();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var result = ResidentFile.Read("residents.csv", damaged, site);
            refused += result is ImportResult.Refused { Errors.Count: > 0 } ? 1 : 0;
            Assert.True(result is ImportResult.Ready { Import.Holders.Count: >= 4 } or ImportResult.Refused { Errors.Count: > 0 }, $"seed {seed}, trial {trial}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}: 3000 damaged files, {refused} refused, none threw");
        Assert.InRange(refused, 1, 2_999);
    }

    [Fact]
    public void AFileTooLargeIsNotRead()
    {
        using var folder = new SiteFolder();
        var path = folder.Write("large.csv", new string('x', (10 * 1024 * 1024) + 1));
        Assert.Contains("larger than 10 MB", Assert.IsType<ImportResult.NotRead>(ResidentFile.Load(path, Good.Sample())).Reason, StringComparison.Ordinal);
    }

    private static SiteConfiguration With(string authentication) => Good.Sample(("\"authentication\": \"cardAndPin\"", $"\"authentication\": \"{authentication}\""));

    private static ImportResult Read(string csv, SiteConfiguration site) => ResidentFile.Read("residents.csv", Encoding.UTF8.GetBytes(csv), site);

    private static RegisterImport Ready(string csv, SiteConfiguration site) => Assert.IsType<ImportResult.Ready>(Read(csv, site)).Import;
}
