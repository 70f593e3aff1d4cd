using System.Text;

namespace Bridge.Journal.Residents;

/// <summary>
/// Which syllables a character is read as, learned from the registered names that have their pinyin: no other table of readings is at hand under a licence
/// that would do. A name with a character that nobody registered sounds like nothing.
/// </summary>
internal sealed class SoundTable
{
    private const char LastLatinLetter = '\u024F';

    private readonly Dictionary<Rune, HashSet<string>> readings = [];

    public static SoundTable Learn(IEnumerable<Member> members)
    {
        var table = new SoundTable();
        foreach (var member in members.Where(member => member.Pinyin is not null))
        {
            var characters = NameText.Normalise(member.Name).EnumerateRunes().ToArray();
            var syllables = NameText.Syllables(member.Pinyin!);
            if (characters.Length != syllables.Length)
            {
                // Written together, or a name in letters: nothing says which syllable is which character's.
                continue;
            }

            foreach (var (character, syllable) in characters.Zip(syllables))
            {
                if (!table.readings.TryGetValue(character, out var known))
                {
                    table.readings.Add(character, known = new HashSet<string>(StringComparer.Ordinal));
                }

                known.Add(syllable);
            }
        }

        return table;
    }

    /// <summary>Does what was heard sound as this member's name does? Letters are taken for pinyin.</summary>
    /// <param name="typed">Normalised.</param>
    public bool SoundsLike(string typed, Member member)
    {
        if (member.Pinyin is { } pinyin && typed.All(letter => letter <= LastLatinLetter)
            && string.Concat(NameText.Syllables(typed)) == string.Concat(NameText.Syllables(pinyin)))
        {
            return true;
        }

        var said = Readings(typed);
        var registered = Registered(member);
        return said is not null && registered is not null && said.Count == registered.Count
            && said.Zip(registered).All(pair => pair.First.Overlaps(pair.Second));
    }

    private List<HashSet<string>>? Registered(Member member)
    {
        var syllables = member.Pinyin is { } pinyin ? NameText.Syllables(pinyin) : [];
        return syllables.Length == NameText.Normalise(member.Name).EnumerateRunes().Count()
            ? [.. syllables.Select(syllable => new HashSet<string>(StringComparer.Ordinal) { syllable })]
            : Readings(NameText.Normalise(member.Name));
    }

    private List<HashSet<string>>? Readings(string name)
    {
        var found = new List<HashSet<string>>();
        foreach (var character in name.EnumerateRunes())
        {
            if (!readings.TryGetValue(character, out var known))
            {
                return null;
            }

            found.Add(known);
        }

        return found.Count == 0 ? null : found;
    }
}
