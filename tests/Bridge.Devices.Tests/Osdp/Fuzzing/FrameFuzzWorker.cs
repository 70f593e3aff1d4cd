namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>Gives changed frames to a receiver, in pieces or whole, and judges what it finds. A true frame on a silent line must be found.</summary>
internal sealed class FrameFuzzWorker(IFuzzedReceiver receiver) : IFuzzWorker
{
    private readonly byte[] _bytes = new byte[FrameMutator.Room];
    private int _others;

    public void Run(ulong seed, int cases)
    {
        var random = new FuzzRandom(seed);

        // Whatever the last batch left there: this one is the same each time.
        Collect(lineIsSilent: true, expected: default);
        var wasSilent = true;
        for (var number = 0; number < cases; number++)
        {
            var bytes = _bytes.AsSpan(0, FrameMutator.Make(ref random, _bytes, out var isTrue));
            var cut = random.OneIn(4) ? random.Below(bytes.Length) : 0;
            _others = 0;
            receiver.Take(bytes[..cut]);
            var found = Collect(lineIsSilent: false, bytes);
            receiver.Take(bytes[cut..]);
            found |= Collect(lineIsSilent: false, bytes);
            Judge(found || !isTrue || !wasSilent, "a true frame is lost", bytes);

            // A false start may have hidden a true frame: silence uncovers it, unless what it began is a frame by chance.
            wasSilent = random.OneIn(2);
            found |= wasSilent && Collect(lineIsSilent: true, bytes);
            Judge(found || !isTrue || !wasSilent || _others > 0, "a true frame stays lost after a false start", bytes);
        }
    }

    public void Abandon() => receiver.Abandon();

    /// <returns>The expected frame was among them.</returns>
    private bool Collect(bool lineIsSilent, ReadOnlySpan<byte> expected)
    {
        var isThere = false;
        while (receiver.TryNext(lineIsSilent, out var frame))
        {
            if (FrameTruth.Objection(frame) is { } objection)
            {
                throw new FuzzFinding($"{objection}: {Hex.Text(frame)}");
            }

            var isIt = frame.SequenceEqual(expected);
            isThere |= isIt;
            _others += isIt ? 0 : 1;
        }

        return isThere;
    }

    private static void Judge(bool isRight, string what, ReadOnlySpan<byte> bytes)
    {
        if (!isRight)
        {
            throw new FuzzFinding($"{what}: {Hex.Text(bytes)}");
        }
    }
}
