using System.Security.Cryptography;
using Bridge.Devices.Doctor;
using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages.Commands;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>
/// Looks for readers on a line that nobody else uses, at each speed and address. It asks who is there and changes nothing: no command of it moves, sets or
/// takes anything. Blocks; call it on a thread of its own.
/// </summary>
public sealed class OsdpScan(OsdpScanPlan plan, Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> open, TimeProvider time)
{
    /// <summary>A reader answers within 200 ms, so its answer is for one of the addresses that were asked in that time.</summary>
    private static readonly TimeSpan LongestThought = TimeSpan.FromMilliseconds(300);

    private readonly MonotonicClock _clock = new(time);

    /// <summary>At how many addresses something was heard that nobody could be found behind.</summary>
    public int Noises { get; private set; }

    /// <param name="found">Called for every reader at the moment it is found.</param>
    public SweepEnd Run(Action<FoundReader> found, Action<SweepProgress> progress, CancellationToken cancellationToken)
    {
        var pace = new SweepPace(plan.Total, plan.Estimate, progress, time);
        var (links, failure) = plan.Links.Count > 1 ? InOrder(cancellationToken) : (plan.Links, null);
        if (failure is not null)
        {
            return failure;
        }

        foreach (var link in links)
        {
            var end = Scan(link, found, pace, cancellationToken);
            if (end is not SweepEnd.Done)
            {
                return end;
            }
        }

        return new SweepEnd.Done();
    }

    /// <summary>At the address for everybody all readers of a speed answer at once: where anything is heard it is worth looking first.</summary>
    private (IReadOnlyList<LinkDefinition> Links, SweepEnd? Failure) InOrder(CancellationToken cancellationToken)
    {
        var loud = new List<LinkDefinition>();
        var still = new List<LinkDefinition>();
        foreach (var link in plan.Links)
        {
            var end = DoctorLink.Use(open, link, time, opened =>
            {
                var port = Port(link, opened);
                (port.Ask(FrameLayout.BroadcastAddress, default(IdCommand), port.FullWindow).IsSilence ? still : loud).Add(link);
                return new SweepEnd.Done();
            }, cancellationToken);
            if (end is not SweepEnd.Done)
            {
                return ([], end);
            }
        }

        return ([.. loud, .. still], null);
    }

    private SweepEnd Scan(LinkDefinition link, Action<FoundReader> found, SweepPace pace, CancellationToken cancellationToken) => DoctorLink.Use(
        open, link, time, opened => Scan(Port(link, opened), (link as LinkDefinition.Serial)?.Baud, found, pace, cancellationToken), cancellationToken);

    private SweepEnd Scan(DoctorPort port, int? baud, Action<FoundReader> found, SweepPace pace, CancellationToken cancellationToken)
    {
        var inquiry = new ReaderInquiry(port, RandomNumberGenerator.Fill);
        var known = new HashSet<byte>();
        var recent = new Queue<(TimeSpan At, byte Address)>();
        foreach (var address in plan.Addresses)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return new SweepEnd.Stopped();
            }

            pace.Step(baud is null ? $"address {address}" : $"{baud} baud, address {address}");
            recent.Enqueue((_clock.Now, address));
            while (recent.Peek().At < _clock.Now - LongestThought)
            {
                recent.Dequeue();
            }

            var heard = port.Ask(address, default(IdCommand), plan.Wait);
            if (port.IsLost)
            {
                return new SweepEnd.LinkLost();
            }

            if (!heard.IsSilence || port.WasDisturbed)
            {
                LookAround(port, inquiry, baud, heard, [address, .. recent.Select(each => each.Address), .. heard.Reading.Strangers], known, found);
            }
        }

        return new SweepEnd.Done();
    }

    private void LookAround(
        DoctorPort port, ReaderInquiry inquiry, int? baud, HeardReply heard, IEnumerable<byte> suspects, HashSet<byte> known, Action<FoundReader> found)
    {
        var before = known.Count;
        if (heard.Reading.HasEcho && heard.Reading is { Reply: null, Strangers.Count: 0, CheckErrors: 0, CutOff: 0 })
        {
            // Our own voice and nothing else.
            return;
        }

        foreach (var address in suspects.Distinct().Where(each => each <= FrameLayout.HighestAddress && !known.Contains(each)).ToList())
        {
            if (inquiry.Ask(baud, address) is { } reader)
            {
                known.Add(address);
                found(reader);
            }
        }

        Noises += known.Count == before ? 1 : 0;
    }

    private DoctorPort Port(LinkDefinition link, IByteLink opened) => new(opened, WireTiming.For(link), _clock);
}
