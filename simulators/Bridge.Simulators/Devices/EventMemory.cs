using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Devices;

/// <summary>
/// The event memory of a keypad lock: 64 reads, a read pointer, sequence numbers of 16 bits that go from 65535 to 1. When it is full the oldest read is
/// dropped and the read pointer moves past it, so that the window never points at nothing.
/// </summary>
public sealed class EventMemory
{
    public const int Capacity = 64;

    private readonly Queue<PresentedCredential> _kept = new();
    private readonly List<ForgottenRead> _forgotten = [];
    private readonly Surroundings _surroundings;

    internal EventMemory(Surroundings surroundings) => _surroundings = surroundings;

    /// <summary>The last sequence the host has stored.</summary>
    public ushort ReadPointer { get; private set; }

    /// <summary>The last sequence given; 0 before the first.</summary>
    public ushort Newest { get; private set; }

    public ushort OldestKept => _kept.TryPeek(out var oldest) ? oldest.Sequence : (ushort)0;

    /// <summary>Reads were dropped since the memory was last empty.</summary>
    public bool HasOverflowed { get; private set; }

    /// <summary>What the host has not acknowledged yet, oldest first.</summary>
    public IReadOnlyList<PresentedCredential> Kept
    {
        get
        {
            lock (_surroundings.Gate)
            {
                return [.. _kept];
            }
        }
    }

    /// <summary>The oracle: everything that left the memory, in order.</summary>
    public IReadOnlyList<ForgottenRead> Forgotten
    {
        get
        {
            lock (_surroundings.Gate)
            {
                return [.. _forgotten];
            }
        }
    }

    /// <summary>How many reads after the read pointer the window skips; ends when the read pointer moves.</summary>
    public ushort LookAhead { get; internal set; }

    internal PresentedCredential? Window => _kept.ElementAtOrDefault(LookAhead);

    internal ushort Next => Newest == ushort.MaxValue ? (ushort)1 : (ushort)(Newest + 1);

    internal void Add(PresentedCredential read)
    {
        if (_kept.Count == Capacity)
        {
            HasOverflowed = true;
            ForgetOldest(ForgottenReason.Overflow);
        }

        Newest = read.Sequence;
        _kept.Enqueue(read);
    }

    /// <summary>Forgets everything up to <paramref name="sequence"/>. False if that was never given; true and nothing done if it is long forgotten.</summary>
    internal bool Acknowledge(ushort sequence)
    {
        if (sequence == ReadPointer)
        {
            return true;
        }

        if (_kept.Any(read => read.Sequence == sequence))
        {
            while (ReadPointer != sequence)
            {
                ForgetOldest(ForgottenReason.Acknowledged);
            }

            HasOverflowed &= _kept.Count > 0;
            return true;
        }

        return sequence != 0 && Newest != 0 && unchecked((ushort)(Newest - sequence)) < 0x8000;
    }

    internal void Lose()
    {
        while (_kept.Count > 0)
        {
            ForgetOldest(ForgottenReason.Reboot);
        }

        (ReadPointer, Newest, HasOverflowed, LookAhead) = (0, 0, false, 0);
    }

    /// <summary>For tests of the wrap: as if this many reads had been made and acknowledged.</summary>
    public void StartAt(ushort sequence) => (ReadPointer, Newest) = (sequence, sequence);

    private void ForgetOldest(ForgottenReason reason)
    {
        var read = _kept.Dequeue();
        ReadPointer = read.Sequence;
        LookAhead = 0;
        _forgotten.Add(new ForgottenRead(read, _surroundings.Now, reason));
    }
}
