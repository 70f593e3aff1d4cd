using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Policy;

/// <summary>
/// Keeps <see cref="BuildingState.NextDue"/> exact, so that a tick with nothing due costs one comparison. All doors are looked at only when the
/// door or access point that was next has changed its mind to later.
/// </summary>
internal static class DueMoments
{
    public static BuildingState With(this BuildingState state, DoorState door)
    {
        var before = state.Doors[door.Door];
        return ReferenceEquals(before, door)
            ? state
            : Retimed(state with { Doors = state.Doors.SetItem(door.Door, door) }, before.NextDue(), door.NextDue());
    }

    public static BuildingState With(this BuildingState state, AccessPointState point)
    {
        var before = state.AccessPoints[point.AccessPoint];
        return ReferenceEquals(before, point)
            ? state
            : Retimed(state with { AccessPoints = state.AccessPoints.SetItem(point.AccessPoint, point) }, before.NextDue(), point.NextDue());
    }

    public static BuildingState Rescanned(this BuildingState state)
    {
        TimeSpan? next = null;
        foreach (var (_, door) in state.Doors)
        {
            next = Earlier(next, door.NextDue());
        }

        foreach (var (_, point) in state.AccessPoints)
        {
            next = Earlier(next, point.NextDue());
        }

        next = Earlier(next, Earlier(state.Admission.NextDue, state.Alarms.NextDue));
        // Stryker disable once Conditional : it spares a copy of the same state, which the slow test of totality holds
        return next == state.NextDue ? state : state with { NextDue = next };
    }

    public static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) =>
        one is null || other < one ? other : one;

    private static BuildingState Retimed(BuildingState state, TimeSpan? before, TimeSpan? after)
    {
        if (before == after)
        {
            return state;
        }

        if (after is not null && (state.NextDue is null || after <= state.NextDue))
        {
            return state with { NextDue = after };
        }

        return before == state.NextDue ? state.Rescanned() : state;
    }
}
