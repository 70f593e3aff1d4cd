using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bridge.Console.Wording;

/// <summary>
/// The details of events, which are journalled as English sentences, in a person's language: whole sentences, and sentences with places for a number, a
/// name or a sentence of their own, <c>line {0}: {1}</c>.
/// </summary>
internal sealed class DetailPhrases
{
    private readonly FrozenDictionary<string, string> _whole;
    private readonly ImmutableArray<DetailPattern> _patterns;

    public DetailPhrases(IReadOnlyDictionary<string, string> texts)
    {
        _whole = texts.Where(text => !DetailPattern.HasPlaces(text.Key)).ToFrozenDictionary();
        // The one that says most comes first: another that fits says less of what was journalled.
        _patterns =
        [
            .. texts.Where(text => DetailPattern.HasPlaces(text.Key))
                .OrderByDescending(text => text.Key.Length)
                .Select(text => new DetailPattern(text.Key, text.Value)),
        ];
    }

    /// <returns>Null for a sentence that is not known here: it is shown as it was journalled.</returns>
    public string? Of(string detail) =>
        _whole.GetValueOrDefault(detail) ?? _patterns.Select(pattern => pattern.Of(detail, place => Of(place) ?? place)).FirstOrDefault(words => words is not null);
}
