namespace Bridge.Devices.Osdp;

/// <summary>A person's order to give one reader another key. It ends by itself.</summary>
/// <param name="Key">The new base key, 16 bytes. Whoever orders it has put it into safe keeping before: the reader may have it from the first moment on.</param>
/// <param name="FromDefaultKey">The person has said that the reader still has the key that is printed in the standard. Whoever listens then learns the new key, and
/// whatever device answers at the address is taken for the reader.</param>
/// <param name="Within">Until when it may be begun and done, <see cref="Longest"/> at most.</param>
/// <param name="Say">Told in words how it goes, on the line's own thread; must not block.</param>
public sealed record OsdpEnrolment(ReadOnlyMemory<byte> Key, bool FromDefaultKey, TimeSpan Within, Action<string> Say)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Shows nothing of the key.</summary>
    public override string ToString() => FromDefaultKey ? "enrolment from the default key" : "enrolment";
}
