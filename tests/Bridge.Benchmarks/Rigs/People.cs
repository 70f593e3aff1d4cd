using System.Diagnostics;
using Bridge.Benchmarks.Sites;
using Bridge.Devices;
using Bridge.Host.Runtime;
using Bridge.Journal.Register;

namespace Bridge.Benchmarks.Rigs;

/// <summary>Residents with a card each, who present them at an engine rig.</summary>
internal sealed class People(EngineRig rig, int cards)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly DeviceId[] doors = [.. rig.Site.Lines.SelectMany(line => line.Devices).Select(device => device.Device)];
    private uint number;

    public int Doors => doors.Length;

    /// <summary>The register that the cards are from.</summary>
    public static RegisterImport Register(int cards) => new(
        [.. Enumerable.Range(1, cards).Select(card => new ImportedHolder($"holder-{card}", "resident", Unit: null, "Resident"))],
        [.. Enumerable.Range(1, cards).Select(card => new ImportedCredential(
            $"holder-{card}", new CredentialSecret.Card(Bits(card), 26, "0000"), Duress: false, ValidFrom: null, ValidUntil: null,
            DisabledReason.None, ExtendedTime: false, [BenchmarkSite.AccessLevel]))]);

    /// <summary>Hands a card over and gives the time to its pulse. False when the engine has no room.</summary>
    public bool TryPresent(int door, int card, out Task<CardTimes> pulse)
    {
        var now = Stopwatch.GetTimestamp();
        pulse = rig.Pulses.Next(doors[door % doors.Length], now);
        return TryOffer(door, card, now);
    }

    /// <summary>Hands a card over; nobody waits.</summary>
    public bool TryOffer(int door, int card) => TryOffer(door, card, Stopwatch.GetTimestamp());

    /// <summary>One card, and its pulse.</summary>
    /// <exception cref="InvalidOperationException">There was no pulse within ten seconds; the message says what was decided instead.</exception>
    public async Task<CardTimes> PresentAsync(int door, int card, CancellationToken cancellationToken)
    {
        if (!TryPresent(door, card, out var pulse))
        {
            throw new InvalidOperationException("The engine's queue is full although cards come one by one.");
        }

        await Task.WhenAny(pulse, Task.Delay(Patience, cancellationToken));
        return pulse.IsCompletedSuccessfully
            ? await pulse
            : throw new InvalidOperationException($"No pulse at {doors[door % doors.Length]}: {string.Join('\n', rig.Monitor.Current.Recent.TakeLast(3))}");
    }

    private bool TryOffer(int door, int card, long now)
    {
        var credential = new CredentialData.Card(Bits(1 + (card % cards)), 26);
        var read = new DeviceEvent.CredentialRead(new PointId(doors[door % doors.Length], "reader"), now, credential, ++number, TimeSpan.Zero, QueuedWhileOffline: false);
        return rig.Queue.TryOffer(new EngineItem.FromDevice(read));
    }

    private static byte[] Bits(int card)
    {
        var bytes = new byte[4];
        var text = BenchmarkSite.CardBits(card);
        for (var bit = 0; bit < text.Length; bit++)
        {
            bytes[bit / 8] |= (byte)(text[bit] == '1' ? 0x80 >> (bit % 8) : 0);
        }

        return bytes;
    }
}
