using Bridge.Host.Import;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Verbs;
using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Import;

/// <summary>CSV files that are wrong in one way each. Each gives one error that says where and what to do, and nothing is imported.</summary>
public sealed class WrongResidentsTests
{
    // File, line, column, a part of the message, and what must not be repeated in it.
    public static TheoryData<string, long, string?, string, string> Table => new()
    {
        { "unknown-column.csv", 1, "acess_levels", "unknown column, did you mean \"access_levels\"", "40001" },
        { "missing-column.csv", 1, "name", "missing in the header", "40001" },
        { "column-twice.csv", 1, "card", "stands in the header twice", "40001" },
        { "semicolons.csv", 1, null, "expected commas between the columns", "735190" },
        { "empty.csv", 1, null, "found an empty file", "?" },
        { "header-only.csv", 1, null, "an empty import would remove everybody", "?" },
        { "latin-1.csv", 3, null, "save the file as CSV UTF-8", "40002" },
        { "open-quote.csv", 3, null, "the quotes do not match", "40002" },
        { "too-few-fields.csv", 3, null, "expected 12 fields as in the header, found 5", "40002" },
        { "weak-pin.csv", 3, "pin", "expected digits that are hard to guess", "345678" },
        { "short-pin.csv", 3, "pin", "expected 4 to 12 digits, found 3", "719" },
        { "letters-in-pin.csv", 3, "pin", "found other characters", "71A9" },
        { "duress-equals-a-pin.csv", 3, "duress_pin", "the other stands in line 2", "735190" },
        { "duress-without-pin.csv", 3, "duress_pin", "expected a pin beside the duress_pin", "602817" },
        { "card-twice.csv", 4, "card", "the same card stands in line 2", "40001" },
        { "same-card-written-otherwise.csv", 3, "card", "the same card stands in line 2", "40001" },
        { "card-out-of-range.csv", 3, "card", "expected a facility up to 255 and a number up to 65535", "40002" },
        { "card-without-format.csv", 3, "card", "expected a card such as 26:12/34567", "4000277" },
        { "unknown-access-level.csv", 3, "access_levels", "the site file has no such access level, did you mean \"technicians\"", "40002" },
        { "no-access-level.csv", 3, "access_levels", "expected one or more access levels", "40002" },
        { "ends-before-it-begins.csv", 3, "valid_until", "expected a time after valid_from", "40002" },
        { "day-and-month-swapped.csv", 3, "valid_from", "expected a date such as 2027-03-31", "31/12" },
        { "before-the-calendar.csv", 3, "valid_from", "expected a date such as 2027-03-31", "0001" },
        { "begins-never.csv", 3, "valid_from", "expected a date such as 2027-03-31", "9999" },
        { "no-header.csv", 1, null, "expected a header that names the columns", "Chan" },
        { "header-with-a-pin.csv", 1, null, "field 3 of the header: unknown column", "482915" },
        { "swapped-columns.csv", 3, "valid_from", "found something else", "482915" },
        { "name-for-a-level.csv", 3, "access_levels", "the site file has no such access level", "Chan" },
        { "name-for-a-kind.csv", 3, "kind", "expected", "Chan" },
        { "unit-of-two-lines.csv", 3, "unit", "expected 1 to 64 characters in one line", "Chan" },
        { "unit-too-long.csv", 2, "unit", "expected 1 to 64 characters in one line", "xxxx" },
        { "unknown-reason.csv", 3, "disabled", "\"lost\"", "40002" },
        { "neither-card-nor-pin.csv", 3, null, "expected a card or a pin, found neither", "Bea" },
        { "one-holder-two-names.csv", 3, "holder", "another name, unit or kind in line 2", "Ada" },
    };

    [Fact]
    public void EveryFileIsInTheTable() => Assert.Equal(
        Directory.EnumerateFiles(RepositoryFiles.WrongResidents).Select(path => Path.GetFileName(path)).Order(),
        Table.Select(row => row.Data.Item1).Order());

    [Theory]
    [MemberData(nameof(Table))]
    public void IsRefusedWithOneErrorThatTellsNoSecret(string file, long line, string? column, string message, string secret)
    {
        var path = Path.Combine(RepositoryFiles.WrongResidents, file);
        var refused = Assert.IsType<ImportResult.Refused>(ResidentFile.Load(path, Good.Load(RepositoryFiles.Sample)));
        var error = Assert.Single(refused.Errors);
        Assert.Equal((line, column), (error.Line, error.Column));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith($"{path}:{line}: ", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsImportedBesideWhatWasThere()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = SiteFolder.WithSample();
        var first = await VerbRun.RunAsync(cancellationToken, "import", "--site", folder.SiteFile, RepositoryFiles.Residents);
        Assert.True(first.Exit == ExitCode.Ok, first.Errors);
        var before = folder.Contents();
        foreach (var file in Directory.EnumerateFiles(RepositoryFiles.WrongResidents))
        {
            var run = await VerbRun.RunAsync(cancellationToken, "import", "--site", folder.SiteFile, file);
            Assert.Equal(ExitCode.BadData, run.Exit);
            Assert.EndsWith($"1 error, nothing was imported.{Environment.NewLine}", run.Errors, StringComparison.Ordinal);
            Assert.Empty(run.Output);
            Assert.Equal(before, folder.Contents());
        }

        // The control: the comparison above does see a change.
        var changed = folder.Write("residents.csv", "holder,name,card,access_levels\nZ-9,Zoe Example,26:12/50000,residents\n");
        Assert.Equal(ExitCode.Ok, (await VerbRun.RunAsync(cancellationToken, "import", "--site", folder.SiteFile, changed, "--allow-removals")).Exit);
        Assert.NotEqual(before, folder.Contents());
    }
}
