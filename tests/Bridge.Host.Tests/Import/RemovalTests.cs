using System.Globalization;
using System.Text;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Verbs;
using Bridge.Host.Verbs;

namespace Bridge.Host.Tests.Import;

/// <summary>A list that was cut off is still a good list, and removes everybody who is not in it any more.</summary>
public sealed class RemovalTests
{
    // Of ten residents, each with a card and a PIN.
    public static TheoryData<string, int, bool, bool> Table => new()
    {
        { "two of ten are a fifth and no more", 8, true, true },
        { "three of ten are more", 7, true, false },
        { "a file that was cut off in the middle", 5, true, false },
        { "everybody is there, and the cards are not", 10, false, false },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task ManyRemovalsHaveToBeMeant(string why, int left, bool cards, bool accepted)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = SiteFolder.WithSample();
        Assert.Equal(ExitCode.Ok, (await VerbRun.RunAsync(cancellation, "import", "--site", folder.SiteFile, folder.Write("all.csv", List(10, cards: true)))).Exit);
        var file = folder.Write("next.csv", List(left, cards));
        var before = folder.Contents();

        string[] import = ["import", "--site", folder.SiteFile, file];
        var dry = await VerbRun.RunAsync(cancellation, [.. import, "--dry-run"]);
        Assert.True(dry.Exit == (accepted ? ExitCode.Ok : ExitCode.BadData), why);
        Assert.Contains($"{10 - left} removed", dry.Output + dry.Errors, StringComparison.Ordinal);
        Assert.Equal(before, folder.Contents());
        if (!accepted)
        {
            var refused = await VerbRun.RunAsync(cancellation, import);
            Assert.Equal(ExitCode.BadData, refused.Exit);
            Assert.Contains("--allow-removals", refused.Errors, StringComparison.Ordinal);
            Assert.Equal(before, folder.Contents());
        }

        var meant = await VerbRun.RunAsync(cancellation, accepted ? import : [.. import, "--allow-removals"]);
        Assert.True(meant.Exit == ExitCode.Ok, meant.Errors);
        Assert.Contains($"holders 0 added, 0 changed, {left} unchanged, {10 - left} removed", meant.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewPinsForEverybodyRemoveNobody()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var folder = SiteFolder.WithSample();
        Assert.Equal(ExitCode.Ok, (await VerbRun.RunAsync(cancellation, "import", "--site", folder.SiteFile, folder.Write("old.csv", List(10, cards: true)))).Exit);
        var run = await VerbRun.RunAsync(cancellation, "import", "--site", folder.SiteFile, folder.Write("new.csv", List(10, cards: true, firstPin: 735_291)));
        Assert.True(run.Exit == ExitCode.Ok, run.Errors);
        Assert.Contains("credentials 10 added", run.Output, StringComparison.Ordinal);
    }

    private static string List(int residents, bool cards, int firstPin = 482_915)
    {
        var list = new StringBuilder("holder,name,card,pin,access_levels\n");
        for (var number = 0; number < residents; number++)
        {
            list.Append(CultureInfo.InvariantCulture, $"H-{number},Name {number},{(cards ? $"26:12/{41_000 + number}" : "")},{firstPin + (number * 37)},residents\n");
        }

        return list.ToString();
    }
}
