using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>A policy that reads the clock on the wall for everything that expires. The deadline of a pulse stays right: only what opens too late is to give it away.</summary>
static class WallClockPolicy
{
    public static Decision Decide(BuildingState state, PolicyInput input)
    {
        var onTheWall = input.At.Wall - Building.Morning;
        var decision = BuildingPolicy.Decide(state, input with { At = input.At with { Elapsed = onTheWall } });
        return decision with
        {
            Effects = [.. decision.Effects.Select(effect => effect is DeviceEffect.ReleaseLock release
                ? release with { Deadline = release.Deadline with { Elapsed = release.Deadline.Elapsed - onTheWall + input.At.Elapsed } }
                : effect)],
        };
    }
}
