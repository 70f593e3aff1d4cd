using System.CommandLine;
using Bridge.Journal;

namespace Bridge.Host.Verbs;

/// <summary>The options that choose entries, the same for show and export.</summary>
internal sealed record JournalSelection(Option<string> Door, Option<string> Correlation, Option<string> Kind)
{
    public static JournalSelection Create() => new(
        new Option<string>("--door") { Description = "Only this door." },
        new Option<string>("--correlation") { Description = "Only this access, from the grant to the closed door." },
        new Option<string>("--kind") { Description = "Only this kind, for example AccessGranted." });

    public JournalQuery Query(ParseResult parsed) => new(
        Door: parsed.GetValue(Door), Correlation: parsed.GetValue(Correlation), Kind: parsed.GetValue(Kind));
}
