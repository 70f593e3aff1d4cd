using System.Globalization;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>What one campaign came to.</summary>
/// <param name="InStart">Kills before the service had started.</param>
/// <param name="PowerCuts">Kills after which what was not synced was taken away.</param>
/// <param name="ChainBreaks">Journals that did not verify, or that the program itself refused.</param>
internal sealed record Figures(
    string Name,
    int Trials,
    int InStart,
    int PowerCuts,
    int Acknowledged,
    int Told,
    IReadOnlyCollection<string> Lost,
    IReadOnlyCollection<string> Reused,
    IReadOnlyCollection<string> ChainBreaks,
    IReadOnlyCollection<string> LocksLeftOn,
    int LocksOnAtAKill)
{
    public static string Heading { get; } =
        $"{"",-36}{"trials",8}{"in start",10}{"power cuts",12}{"acknowledged",14}{"told",8}{"lost",7}{"reused",8}{"chain breaks",14}{"locks left on",15}{"of on at a kill",17}";

    public bool IsClean => Lost.Count + Reused.Count + ChainBreaks.Count + LocksLeftOn.Count == 0;

    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Name,-36}{Trials,8}{InStart,10}{PowerCuts,12}{Acknowledged,14}{Told,8}{Lost.Count,7}{Reused.Count,8}{ChainBreaks.Count,14}{LocksLeftOn.Count,15}{LocksOnAtAKill,17}");

    /// <summary>The same candidate's campaigns in several buildings, as one.</summary>
    public static Figures Together(IReadOnlyList<Figures> campaigns) => new(
        campaigns[0].Name,
        campaigns.Sum(one => one.Trials),
        campaigns.Sum(one => one.InStart),
        campaigns.Sum(one => one.PowerCuts),
        campaigns.Sum(one => one.Acknowledged),
        campaigns.Sum(one => one.Told),
        [.. campaigns.SelectMany(one => one.Lost)],
        [.. campaigns.SelectMany(one => one.Reused)],
        [.. campaigns.SelectMany(one => one.ChainBreaks)],
        [.. campaigns.SelectMany(one => one.LocksLeftOn)],
        campaigns.Sum(one => one.LocksOnAtAKill));

    /// <summary>The first few of each kind.</summary>
    public string Details => string.Join('\n', new[] { Lost, Reused, ChainBreaks, LocksLeftOn }.SelectMany(kind => kind.Take(5)));
}
