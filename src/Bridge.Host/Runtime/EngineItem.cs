using Bridge.Devices;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>Something that waits for the engine.</summary>
public abstract record EngineItem
{
    private EngineItem(long timestamp) => Timestamp = timestamp;

    /// <summary>When it happened, on the monotonic clock.</summary>
    public long Timestamp { get; init; }

    /// <summary>A device told us something; it is acknowledged to the device after the commit.</summary>
    public sealed record FromDevice(DeviceEvent Event) : EngineItem(Event.ReadAt);

    /// <summary>Something to be written down that decides nothing, such as what retention deleted. It is dropped while the journal cannot be written.</summary>
    public sealed record ToRecord(long Timestamp, Func<Moment, JournalEntry> Entry) : EngineItem(Timestamp)
    {
        /// <summary>Called on the engine's thread, after the commit, with what became of it; must not wait for anything.</summary>
        public Action<AskedOutcome>? Tell { get; init; }

        /// <param name="body">Canonical JSON.</param>
        public static ToRecord Note(long timestamp, string kind, string body) => new(
            timestamp, at => new JournalEntry(EntryOrigin.Event, kind, at.Wall, at.Elapsed, Door: null, Correlation: null, body, Unjournalled: false));
    }

    /// <summary>Anything else: an outcome, a tick, an operator, a new configuration.</summary>
    public sealed record Asked(long Timestamp, Func<Moment, PolicyInput> Input) : EngineItem(Timestamp)
    {
        /// <summary>Called on the engine's thread, after the commit, with what became of it; must not wait for anything.</summary>
        public Action<AskedOutcome>? Tell { get; init; }

        /// <summary>What was sealed about people for it; stored in the same commit.</summary>
        public IReadOnlyList<SealedPerson> People { get; init; } = [];
    }
}
