using Bridge.Devices.Osdp.Polling;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Every state that can be reached answers every input, the same way each time, and never with less security than the site asks for.</summary>
public sealed class TableTotalityTests(ITestOutputHelper output)
{
    private static readonly Kind[] Kinds = Enum.GetValues<Kind>();

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(8.1), TimeSpan.FromSeconds(61)];

    private static readonly PeripheralFeatures[] Features =
        [PeripheralFeatures.None, PeripheralFeatures.Inputs | PeripheralFeatures.Outputs | PeripheralFeatures.Readers | PeripheralFeatures.Led | PeripheralFeatures.LongFrames];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_state_answers_every_input_and_keeps_the_rules(bool isSecure)
    {
        var frontier = new Queue<(PeripheralState State, TimeSpan Now)>();
        for (var run = new TableRun(isSecure); frontier.Count < 12; run.Exchange(Kind.Answered))
        {
            frontier.Enqueue((run.State, run.Now));
        }

        var seen = new HashSet<object>();
        var phases = new HashSet<PeripheralPhase>();
        var pairs = 0;
        while (frontier.TryDequeue(out var at))
        {
            foreach (var (rules, input) in from rules in Rules(isSecure) from input in Inputs(at.Now) select (rules, input))
            {
                var before = at.State;
                var transition = PeripheralTable.Next(rules, before, input);
                pairs++;
                Assert.Equal(transition, PeripheralTable.Next(rules, before, input));
                Assert.Equal(at.State, before);
                Check(isSecure, before, input, transition);
                CheckKeys(rules, before, input, transition.Next);
                if (seen.Add(Shape(transition.Next, input.Now)) && seen.Count < 6_000)
                {
                    phases.Add(transition.Next.Phase);
                    frontier.Enqueue((transition.Next, input.Now));
                }
            }
        }

        output.WriteLine($"secure {isSecure}: {pairs} pairs, {seen.Count} different states, {phases.Count} phases");
        Assert.True(pairs > 50_000, $"only {pairs}");
        Assert.Equal(Enum.GetValues<PeripheralPhase>().Where(phase => Belongs(phase, isSecure)), phases.Order());
    }

    [Fact]
    public void Every_phase_answers_every_input_in_any_combination()
    {
        var pairs = 0;
        foreach (var phase in Enum.GetValues<PeripheralPhase>())
        {
            foreach (var flags in Enumerable.Range(0, 64))
            {
                var state = new PeripheralState
                {
                    Phase = phase,
                    Sequence = (byte)(flags & 3),
                    IsOutstanding = (flags & 4) != 0,
                    AwaitsReceipt = (flags & 8) != 0,
                    InSession = (flags & 16) != 0,
                    Silences = (flags & 32) != 0 ? 9 : 0,
                };
                foreach (var input in Inputs(TimeSpan.FromSeconds(50)))
                {
                    Assert.True(PeripheralTable.Next(new PeripheralRules(true, TimeSpan.Zero), state, input).Next.Sequence <= 3);
                    pairs++;
                }
            }
        }

        Assert.True(pairs > 50_000, $"only {pairs}");
    }

    /// <summary>They change under way: an enrolment is opened, ends, leaves a pending key behind.</summary>
    private static PeripheralRules[] Rules(bool isSecure)
    {
        var poll = TimeSpan.FromMilliseconds(100);
        const KeyChoices Both = KeyChoices.Own | KeyChoices.Pending;
        return !isSecure ? [new(isSecure, poll)] :
        [
            new(isSecure, poll),
            new(isSecure, poll, KeyChoices.None),
            new(isSecure, poll, Both),
            new(isSecure, poll, Both, SetsKey: true),
            new(isSecure, poll, KeyChoices.Pending | KeyChoices.Default, SetsKey: true),
            new(isSecure, poll, Both | KeyChoices.Default, SetsKey: true),

            // Nobody makes such rules; if somebody did, nothing may come of it.
            new(isSecure, poll, Both | KeyChoices.Default),
        ];
    }

    /// <summary>KEYSET once and only in an enrolment; the default key only in one, before its key was sent, and for nothing else than KEYSET.</summary>
    private static void CheckKeys(in PeripheralRules rules, in PeripheralState before, in PeripheralInput input, in PeripheralState next)
    {
        var what = $"{input.Kind}: {before.Phase} to {next.Phase} with {rules}";
        var begins = next.Phase == PeripheralPhase.SetKey && before.Phase != PeripheralPhase.SetKey;
        Assert.True(!begins || (rules.SetsKey && !before.IsKeySent), what);
        Assert.True(before.Phase != PeripheralPhase.SetKey || input.Kind != Kind.Sent || next.IsKeySent, what);
        Assert.True(!next.InSession || next.Key != KeyChoices.Default || next.Phase == PeripheralPhase.SetKey, what);
        Assert.True(!before.IsKeySent || next.IsKeySent || input.Kind is Kind.EnrolmentBegan or Kind.EnrolmentEnded or Kind.KeyMissing, what);
        var challenges = input.Kind == Kind.Sent && before.Phase is PeripheralPhase.Challenge or PeripheralPhase.Held && !before.IsOutstanding;
        Assert.True(!challenges || (rules.Keys & next.Key) == next.Key, what);
        Assert.True(!challenges || next.Key != KeyChoices.Default || (rules.SetsKey && !next.IsKeySent), what);
    }

    private static IEnumerable<PeripheralInput> Inputs(TimeSpan now) =>
        from kind in Kinds
        from wait in Waits
        from isPoll in new[] { true, false }
        from features in Features
        where features == PeripheralFeatures.None || kind == Kind.Answered
        select new PeripheralInput(kind, now + wait, isPoll, features);

    private static bool Belongs(PeripheralPhase phase, bool isSecure) => phase switch
    {
        PeripheralPhase.Challenge or PeripheralPhase.Cryptogram or PeripheralPhase.ConfirmCapabilities or PeripheralPhase.Held
            or PeripheralPhase.SetKey or PeripheralPhase.NotEnrolled => isSecure,
        PeripheralPhase.SecurityDemanded => !isSecure,
        _ => true,
    };

    private static void Check(bool isSecure, in PeripheralState before, in PeripheralInput input, in PeripheralTransition transition)
    {
        var (next, actions) = transition;
        var beyond = next.Phase is > PeripheralPhase.Cryptogram and <= PeripheralPhase.Online;
        Assert.True(!isSecure || next.InSession == beyond, $"{input.Kind}: {before.Phase} to {next.Phase} in session: {next.InSession}");
        Assert.True(isSecure || !next.InSession, $"{input.Kind}: a session that the site does not want");
        Assert.True(!next.IsStart || next.Sequence == 0 || next.Phase == before.Phase, $"{input.Kind}: {next.Phase} starts with {next.Sequence}");
        Assert.True(next.Sequence != 0 || before.Sequence == 0 || !next.InSession, $"{input.Kind}: sequence number 0 in a running session");
        if (actions.HasFlag(PeripheralActions.WipeSession))
        {
            Assert.Equal((0, false, false, false), (next.Sequence, next.InSession, next.IsOutstanding, next.AwaitsReceipt));
        }
        else if (actions.HasFlag(PeripheralActions.KeepListening))
        {
            Assert.Equal(before, next);
        }
        else if (before.InSession)
        {
            Assert.True(next.InSession, $"{input.Kind} loses the session without saying so");
        }

        Assert.True(next.IsOutstanding || !next.AwaitsReceipt, $"{input.Kind}: waits for a receipt without a command to repeat");
        Assert.True(!actions.HasFlag(PeripheralActions.SayOnline) || (next.Phase == PeripheralPhase.Online && next.IsToldOnline), $"{input.Kind}: online too early");
        Assert.True(!actions.HasFlag(PeripheralActions.SayOffline) || !next.IsToldOnline, $"{input.Kind}: offline and believed online");
    }

    /// <summary>States that differ in their moments alone behave alike: moments count as distances, roughly.</summary>
    private static object Shape(in PeripheralState state, TimeSpan now)
    {
        var sinceAnswer = (int)Math.Min(9, (now - state.LastAnswer).TotalSeconds / 4);
        return (
            (state.Key, state.IsKeySent),
            (state.Phase, state.Sequence, state.IsOutstanding, state.InSession, state.UsesChecksum, state.Features, sinceAnswer),
            (Math.Min(state.Silences, 4), Math.Min(state.Busies, 2), Math.Min(state.CheckRefusals, 2), Math.Min(state.Failures, 2)),
            (Math.Min(state.Restarts, 4), state.AwaitsReceipt, state.IsToldNotStored, state.IsToldOnline, state.HeldUntil > now));
    }
}
