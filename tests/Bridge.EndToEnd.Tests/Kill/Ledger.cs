using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Bridge.Simulators.Devices;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>
/// Everything that anybody outside was ever told, kept for the whole campaign and compared with the journal as it is: the devices' own record of
/// what they were told to forget, the messages at the broker, and every row of the journal that was once seen in it.
/// </summary>
/// <param name="credentialOf">
/// The credentials' ids in the register, by the bits of their cards. A card that is in it is shown once, and known by its id: an OSDP reader does not number
/// its reads.
/// </param>
internal sealed class Ledger(World world, MosquittoSub observer, IReadOnlyDictionary<string, string> credentialOf)
{
    private readonly Dictionary<string, string> accessPointOf =
        world.Doors.Values.ToDictionary(door => door.Plan.Reader!, door => $"{door.Id}.outside");

    private readonly Dictionary<(int Epoch, long Sequence), string> seen = [];
    private readonly Dictionary<string, string> payloadOf = [];
    private readonly HashSet<string> lost = [];
    private readonly HashSet<string> reused = [];
    private int heard;

    /// <summary>Reads that a device was told to forget.</summary>
    public int Acknowledged => world.Oracle().Acknowledged.Count;

    /// <summary>Reads that no host was there for in time; nobody was told to forget them.</summary>
    public int Overflowed => world.Oracle().Lost.Count;

    /// <summary>Different events at the broker.</summary>
    public int Told => payloadOf.Count;

    /// <summary>What was acknowledged or told and is not in the journal.</summary>
    public IReadOnlyCollection<string> Lost => lost;

    /// <summary>Ids that have had two contents.</summary>
    public IReadOnlyCollection<string> Reused => reused;

    /// <summary>Compares with the journal of this moment. What was told before it was read must be in it.</summary>
    public void Compare(string journal)
    {
        var acknowledged = world.Oracle().Acknowledged;
        var messages = observer.Heard;
        var found = JournalRows.Read(journal);
        foreach (var read in acknowledged.Select(forgotten => forgotten.Read))
        {
            Note(lost, !Has(found, read), $"read {accessPointOf[read.Device]} {Number(read):x}, shown at {read.PresentedAt:HH:mm:ss.fff}");
        }

        foreach (var told in messages.Skip(heard).Select(message => message.Event).OfType<ToldEvent>())
        {
            Note(reused, !payloadOf.TryAdd(told.Id, told.Payload) && payloadOf[told.Id] != told.Payload, told.Id);
        }

        heard = messages.Count;
        foreach (var told in messages.Select(message => message.Event).OfType<ToldEvent>())
        {
            Note(lost, !found.Rows.TryGetValue((told.Epoch, told.Sequence), out var row), $"event {told.Id} {told.Kind}");
            Note(reused, row is not null && !row.Kind.Equals(told.Kind, StringComparison.OrdinalIgnoreCase), told.Id);
        }

        foreach (var (id, row) in found.Rows)
        {
            Note(reused, !seen.TryAdd(id, row.Hash) && seen[id] != row.Hash, $"{Installation.Site}.{id.Epoch}.{id.Sequence}");
        }
    }

    /// <summary>After everything has been delivered: what is in the journal and was never told is lost to the outside.</summary>
    public IReadOnlyList<string> Untold(string journal)
    {
        var told = observer.Heard.Select(message => message.Event).OfType<ToldEvent>().Select(one => (one.Epoch, one.Sequence)).ToHashSet();
        return [.. JournalRows.Read(journal).Rows.Where(row => row.Value.IsEvent && !told.Contains(row.Key)).Select(row => $"untold {row.Key}")];
    }

    private bool Has(JournalRows found, PresentedCredential read) => credentialOf.TryGetValue(read.Text, out var credential)
        ? found.Cards.Contains((accessPointOf[read.Device], credential))
        : found.Reads.Contains((accessPointOf[read.Device], Number(read)));

    // The device's own numbering, as the journal has it: restarts of the device above the sequence.
    private static long Number(PresentedCredential read) => ((long)read.BootNumber << 16) | read.Sequence;

    private static void Note(HashSet<string> list, bool isSo, string what)
    {
        if (isSo)
        {
            list.Add(what);
        }
    }
}
