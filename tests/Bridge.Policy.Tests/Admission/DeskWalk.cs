using Bridge.Policy.Admission;
using Bridge.Policy.Doors;
using Bridge.Policy.Tests.Support;

namespace Bridge.Policy.Tests.Admission;

/// <summary>One life at the desk, under a policy and its laws. The wall clock is set forward and back all the while: nothing but its label may follow.</summary>
sealed class DeskWalk
{
    const int Steps = 20;

    static readonly int[] ClockErrors = [0, 90, -90, 90, -90, 240, -240];
    static readonly TimeSpan Tuesday = new DateTime(2026, 3, 10, 9, 0, 0, DateTimeKind.Unspecified) - Building.Morning.DateTime;

    readonly DeskLife life;
    readonly DeskLife clock;
    readonly DeskDecider decide;
    readonly DeskLaws laws;
    BuildingState state = Morning;
    TimeSpan now = Tuesday;
    TimeSpan error;
    string? broken;

    DeskWalk(ulong seed, DeskDecider decide, DeskLaws laws) => (life, clock, this.decide, this.laws) = (new(seed), new(~seed), decide, laws);

    public static BuildingState Morning { get; } = new DeskRun("09:00:00").State;

    Moment At => new(now, Building.Morning + now + error);

    /// <returns>The law that was broken; null: none.</returns>
    public static string? Live(ulong seed, DeskDecider decide, DeskLaws laws)
    {
        var walk = new DeskWalk(seed, decide, laws);
        for (var step = 0; step < Steps && walk.broken is null; step++)
        {
            walk.Step();
        }

        return walk.broken;
    }

    void Step()
    {
        var until = now + life.Wait();

        // Now and then the ticks are late, and the key comes before them.
        var late = clock.Below(4) == 0;
        if (!late)
        {
            Tick(until);
        }

        laws.TicksAreLate = late;

        now = until;
        error = clock.Below(4) == 0 ? TimeSpan.FromSeconds(ClockErrors[clock.Below(ClockErrors.Length)]) : error;
        var input = life.Next(state, At);
        foreach (var effect in Do(input))
        {
            if (effect is DeviceEffect.ReleaseLock { Cause: ReleaseCause.Evidence } release)
            {
                Do(new PolicyInput.ReleaseEnded(At, release.Door, release.Access, (ReleaseOutcome)Math.Max(0, life.Below(8) - 4), ""));
            }
        }

        if (input is PolicyInput.BridgeStarted && clock.Below(4) != 0)
        {
            // The units are there again at once, as after most starts.
            foreach (var door in state.Doors.Keys)
            {
                Do(new PolicyInput.LinkSensed(At, door, true, ""));
            }
        }
    }

    void Tick(TimeSpan until)
    {
        while (broken is null && BuildingPolicy.NextDue(state) is { } due && due <= until)
        {
            now = due > now ? due : now;
            if (Do(new PolicyInput.Tick(At)).Count == 0 && BuildingPolicy.NextDue(state) <= now)
            {
                return;
            }
        }
    }

    IReadOnlyList<Effect> Do(PolicyInput input)
    {
        var decision = decide(state, input);
        broken ??= laws.Broken(state, input, decision) is { } law ? $"{input}: {law}" : null;
        state = decision.Next;
        return decision.Effects;
    }
}
