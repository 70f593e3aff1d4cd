namespace Bridge.Devices.Profiles;

/// <summary>Where the parts of one event are, as offsets from <see cref="Address"/>.</summary>
/// <param name="AgeUnknown">The age value that means "older than can be said".</param>
public sealed record EventWindow(
    ushort Address,
    int Registers,
    int SequenceOffset,
    int KindOffset,
    int LengthOffset,
    int AgeOffset,
    int DataOffset,
    ushort CardKind,
    ushort PinKind,
    TimeSpan AgeUnit,
    ushort AgeUnknown)
{
    public int DataRegisters => Registers - DataOffset;
}
