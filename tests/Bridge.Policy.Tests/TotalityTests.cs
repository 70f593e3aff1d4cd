using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests;

/// <summary>The compiler cannot know that a record hierarchy is closed; these tests do.</summary>
[Trait("Pace", "slow")]
public class TotalityTests(ITestOutputHelper output)
{
    static readonly Dictionary<string, BuildingState> States = new()
    {
        ["nothing configured"] = BuildingState.Empty,
        ["quiet"] = new Run().State,
        ["just started"] = new Run().Restart().State,
        ["release asked for"] = new Run().Card(People.AnnCard).State,
        ["released"] = new Run().Card(People.AnnCard).Ended(ReleaseOutcome.Confirmed).Lock(LockPhysicalState.Unlocked).State,
        ["outcome unknown"] = new Run().Card(People.AnnCard).Ended(ReleaseOutcome.Unknown).State,
        ["pulse over and still released"] =
            new Run().Card(People.AnnCard).Ended(ReleaseOutcome.Confirmed).Lock(LockPhysicalState.Unlocked).Until(6).State,
        ["opened by a card"] = new Run().Card(People.AnnCard).Ended(ReleaseOutcome.Confirmed).Contact(DoorPhysicalState.Open).State,
        ["open, warned"] = new Run().Exit(true).Contact(DoorPhysicalState.Open).Until(25).State,
        ["open too long"] = new Run().Exit(true).Contact(DoorPhysicalState.Open).Until(35).State,
        ["forced open"] = new Run().Contact(DoorPhysicalState.Open).State,
        ["found released"] = new Run().Output(true).State,
        ["everything broken"] = new Run().Contact(DoorPhysicalState.Fault).Lock(LockPhysicalState.Fault).Fire(FireReading.Fault).State,
        ["request to exit stuck"] = new Run().Exit(true).Until(70).State,
        ["request to exit just over"] = new Run().Exit(true).Exit(false).State,
        ["unlocked"] = new Run().Mode(DoorModeRequest.Unlock).State,
        ["locked open, offline"] = new Run().Mode(DoorModeRequest.LockOpen).Link(false).State,
        ["locked down"] = new Run().Mode(DoorModeRequest.LockDown).State,
        ["end of a lock-down asked for"] = new Run().Asks("sup", DoorModeRequest.LockDown).Asks("sup", DoorModeRequest.LockDownRelease).State,
        ["unlocked for a time"] = new Run().Asks("ccr", DoorModeRequest.Unlock, 5).State,
        ["blocked"] = new Run().Mode(DoorModeRequest.Block).State,
        ["fire"] = new Run().Fire(FireReading.Alarm).State,
        ["fire, acknowledged too early"] = new Run().Fire(FireReading.Alarm).Acknowledge().State,
        ["fire, inputs normal"] = new Run().Fire(FireReading.Alarm).Fire(FireReading.Normal).Fire(FireReading.Normal, Sprinkler).State,
        ["card waits for its PIN"] = new Run().Present(StairsBoth, People.ReadOf(People.AnnCard)).State,
        ["clock in doubt"] = new Run().Do(new PolicyInput.ContactSensed(At(0) with { NotBefore = Morning.AddDays(1) }, Lobby, DoorPhysicalState.Closed)).State,
        ["locked out"] = LockedOut(),
    };

    [Fact]
    public void Every_state_answers_every_input_and_ends_where_it_can_be_written_down()
    {
        var pairs = 0;
        var written = new HashSet<string>();
        foreach (var (name, state) in States)
        {
            var before = Snapshot.Of(state);
            foreach (var second in new double[] { 70, 5000 })
            {
                foreach (var input in Inputs.All(At(second)))
                {
                    written.Add(Check(name, state, before, input));
                    pairs++;
                }
            }

            Assert.Equal(before, Snapshot.Of(state));
        }

        Assert.All(written, text => Assert.Equal(text, Snapshot.Of(Snapshot.Back<BuildingState>(text))));
        output.WriteLine($"{pairs} pairs, {States.Count} states, {written.Count} different results");
        Assert.True(pairs > 5_000, $"only {pairs}");
    }

    [Fact]
    public void Every_kind_of_input_is_among_them()
    {
        var closed = typeof(PolicyInput).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(PolicyInput))).ToHashSet();
        Assert.Equal(closed, Inputs.All(At(0)).Select(i => i.GetType()).ToHashSet());
        Assert.All(closed, t => Assert.True(t.IsSealed));
    }

    [Fact]
    public void Every_kind_of_effect_is_one_of_the_two()
    {
        var leaves = typeof(Effect).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Effect)) && !t.IsAbstract);
        Assert.All(leaves, t => Assert.True(t.IsSubclassOf(typeof(DeviceEffect)) ^ t.IsSubclassOf(typeof(OutboundEffect))));
    }

    static string Check(string name, BuildingState state, string before, PolicyInput input)
    {
        var decision = BuildingPolicy.Decide(state, input);
        var after = Snapshot.Of(decision.Next);
        if (before == after)
        {
            // Nothing changed: then it has to be the very same state, or the journal fills with nothing.
            Assert.True(decision.Effects.Count > 0 || ReferenceEquals(state, decision.Next), $"{input} in \"{name}\" copied the state for nothing");
        }

        Assert.Equal(Earliest(decision.Next), BuildingPolicy.NextDue(decision.Next));
        Assert.All(decision.Effects.OfType<DeviceEffect>(), e => Assert.True(e.Deadline.Elapsed > input.At.Elapsed));
        Assert.All(decision.Effects.OfType<OutboundEffect.Announce>(), e => Assert.Equal(input.At, e.Event.At));
        return after;
    }

    static TimeSpan? Earliest(BuildingState state) =>
        state.Doors.Values.Select(d => d.NextDue()).Concat(state.AccessPoints.Values.Select(p => p.NextDue())).Append(state.Admission.NextDue)
            .Append(state.Alarms.NextDue).Min();

    static BuildingState LockedOut()
    {
        var run = new Run();
        for (var i = 0; i < 5; i++)
        {
            run.Present(LobbyKeypad, People.Unknown(Policy.Credentials.CredentialKind.Pin));
        }

        return run.State;
    }
}
