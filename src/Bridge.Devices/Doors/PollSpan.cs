using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>Addresses that somebody wants to have read.</summary>
/// <param name="Early">Before the levels: counters.</param>
internal readonly record struct PollSpan(PointTable Table, ushort Address, int Count, bool Early = false)
{
    public int End => Address + Count;
}
