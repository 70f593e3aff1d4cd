using System.Text.Json;

namespace Bridge.Simulators.Cli.Demo;

/// <summary>What an exported journal holds.</summary>
/// <param name="Events">The ids that its events have outside.</param>
/// <param name="Reads">Cards and PINs.</param>
internal sealed record JournalContents(IReadOnlyList<string> Events, int Reads)
{
    /// <param name="after">Only events with a higher sequence: the observer was not there before.</param>
    public static JournalContents Of(string site, long after, IReadOnlyList<JsonElement> entries) => new(
        [
            .. entries
                // The journal's own marks are told to nobody.
                .Where(entry => entry.GetProperty("kind").GetString() is not ("StateSnapshot" or "JournalPruned"))
                .Where(entry => entry.GetProperty("origin").GetString() == "Event" && entry.GetProperty("sequence").GetInt64() > after)
                .Select(entry => $"{site}.{entry.GetProperty("epoch").GetInt32()}.{entry.GetProperty("sequence").GetInt64()}"),
        ],
        entries.Count(entry => entry.GetProperty("kind").GetString() == "CredentialPresented"));
}
