namespace Bridge.Devices.Doors;

/// <summary>Sequence numbers of 16 bits that run from 1 to 65535 and then from 1 again; 0 is "none".</summary>
internal static class EventSequence
{
    private const int Period = ushort.MaxValue;

    /// <summary>How many steps lead from one to the other, 0 to 65534.</summary>
    public static int Steps(ushort from, ushort to) => (to - from + Period) % Period;

    public static ushort Before(ushort sequence) => sequence <= 1 ? ushort.MaxValue : (ushort)(sequence - 1);

    public static ushort After(ushort sequence) => sequence == ushort.MaxValue ? (ushort)1 : (ushort)(sequence + 1);

    /// <summary>A number that stays unique when a restarted device counts from 1 again.</summary>
    public static uint Number(ushort boot, ushort sequence) => ((uint)boot << 16) | sequence;

    public static ushort Of(uint number) => (ushort)(number & ushort.MaxValue);
}
