using System.Text;
using Bridge.Journal.Storage;

namespace Bridge.Journal.Chain;

/// <summary>Looks for the entry that tells of the start that retention left, while the chain is walked.</summary>
internal sealed class RetentionRecords(ChainHead start)
{
    private readonly byte[] kind = Encoding.UTF8.GetBytes(JournalAnchor.EntryKind);
    private readonly byte[] body = Encoding.UTF8.GetBytes(new JournalAnchor(start.Position, start.Hash, 0).EntryMark);

    /// <summary>Nothing was ever deleted, or an entry says what.</summary>
    public bool StartIsRecorded { get; private set; } = start.Position.Sequence == 0;

    public void See(Statement row)
    {
        if (!StartIsRecorded && row.Bytes(EntryRow.KindColumn).SequenceEqual(kind))
        {
            StartIsRecorded = row.Bytes(EntryRow.BodyColumn).IndexOf(body) >= 0;
        }
    }
}
