using Bridge.Console.Wording;
using Bridge.Host.Import;
using Bridge.Journal.Residents;

namespace Bridge.Host.Tests.Import;

/// <summary>Whoever keeps a list reads in his language what a column is called and what it takes.</summary>
public sealed class ColumnWordTests
{
    public static TheoryData<ResidentList, DisplayLanguage> Lists =>
        [.. from list in Enum.GetValues<ResidentList>() from language in Enum.GetValues<DisplayLanguage>() select (list, language)];

    [Theory, MemberData(nameof(Lists))]
    public void EveryColumnHasItsWords(ResidentList list, DisplayLanguage language)
    {
        string[] needed = [.. ListColumns.Of(list).All.SelectMany(column => (string[])[$"register.column.{column}", $"register.expect.{column}"])];
        Assert.Empty(needed.Except(Phrases.For(language).Keys));
    }
}
