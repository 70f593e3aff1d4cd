using Bridge.Devices.Doctor;
using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Messages.Commands;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>
/// Measures how well a line carries the questions to one reader and its answers, while nobody else uses it. It asks for identity and local status, which
/// every reader answers and which change nothing; it does not poll, because a poll takes a card read out of the reader. Blocks.
/// </summary>
public sealed class OsdpQuality(LinkDefinition link, Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> open, TimeProvider time)
{
    private static readonly TimeSpan UsualStep = TimeSpan.FromMilliseconds(40);

    /// <param name="asks">How many questions for each address.</param>
    /// <param name="measured">Called with the figures of each address.</param>
    public SweepEnd Run(
        IReadOnlyList<byte> addresses, int asks, Action<QualityFigures> measured, Action<SweepProgress> progress, CancellationToken cancellationToken) =>
        DoctorLink.Use(
            open, link, time,
            opened => Measure(new DoctorPort(opened, WireTiming.For(link), new MonotonicClock(time)), addresses, asks, measured, progress, cancellationToken),
            cancellationToken);

    private SweepEnd Measure(
        DoctorPort port, IReadOnlyList<byte> addresses, int asks, Action<QualityFigures> measured, Action<SweepProgress> progress, CancellationToken cancellationToken)
    {
        var pace = new SweepPace(addresses.Count * asks, UsualStep * asks * addresses.Count, progress, time);
        foreach (var address in addresses)
        {
            var count = new QualityCount((link as LinkDefinition.Serial)?.Baud, address, port.Timing.Character);
            for (var ask = 0; ask < asks; ask++)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    return new SweepEnd.Stopped();
                }

                pace.Step($"address {address}");
                var isLong = ask % 2 == 0;
                count.Add(isLong ? port.Ask(address, default(IdCommand), port.FullWindow) : port.Ask(address, DatalessCommand.LocalStatus, port.FullWindow), isLong);
                if (port.IsLost)
                {
                    return new SweepEnd.LinkLost();
                }
            }

            measured(count.Figures);
        }

        return new SweepEnd.Done();
    }
}
