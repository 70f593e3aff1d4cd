using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>The fewest reads that cover a device's points: neighbours in one table go together when few unused addresses lie between them.</summary>
internal sealed class PollPlan
{
    private PollPlan(IReadOnlyList<PollRequest> requests, bool readsUnusedAddresses)
    {
        Requests = requests;
        ReadsUnusedAddresses = readsUnusedAddresses;
    }

    /// <summary>Counters first: a closing between two reads is then seen by the level, not counted and seen.</summary>
    public IReadOnlyList<PollRequest> Requests { get; }

    public bool ReadsUnusedAddresses { get; }

    public static PollPlan Of(IEnumerable<PollSpan> spans, RequestLimits limits)
    {
        var requests = new List<(PollRequest Request, bool Early)>();
        var gaps = false;
        foreach (var group in spans.Distinct().GroupBy(span => (span.Table, span.Early)))
        {
            var most = group.Key.Table is PointTable.Coil or PointTable.Discrete ? limits.MaximumBits : limits.MaximumRegisters;
            PollSpan? open = null;
            foreach (var span in group.OrderBy(span => span.Address).ThenByDescending(span => span.Count))
            {
                if (open is { } first && span.Address <= first.End + limits.MergeGap && Math.Max(span.End, first.End) - first.Address <= most)
                {
                    gaps |= span.Address > first.End;
                    open = first with { Count = Math.Max(span.End, first.End) - first.Address };
                    continue;
                }

                Add(requests, open);
                open = span;
            }

            Add(requests, open);
        }

        return new PollPlan([.. requests.OrderBy(request => !request.Early).Select(request => request.Request)], gaps);
    }

    public PollRequest Find(PointTable table, ushort address) => Requests.First(request => request.Contains(table, address));

    private static void Add(List<(PollRequest Request, bool Early)> requests, PollSpan? span)
    {
        if (span is { } known)
        {
            requests.Add((new PollRequest(known.Table, known.Address, known.Count), known.Early));
        }
    }
}
