using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;

namespace Bridge.Host.Explaining;

/// <summary>An entry of the journal, read back.</summary>
/// <param name="Event">Null for inputs and for the journal's own notes.</param>
public sealed record Told(StoredEntry Stored, BuildingEvent? Event)
{
    public long Sequence => Stored.Position.Sequence;

    public EventKind? Kind => Event?.Kind;

    public static Told Of(StoredEntry stored) => new(
        stored,
        stored.Entry.Origin == EntryOrigin.Event && Enum.IsDefined(typeof(EventKind), stored.Entry.Kind) ? JournalCodec.DecodeEvent(stored.Entry.Body) : null);
}
