using Bridge.Devices.Intercoms;
using Kind = Bridge.Devices.Intercoms.IntercomCallKind;
using Phase = Bridge.Devices.Intercoms.IntercomPhase;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>Every message in every phase of a call. What is not in the table of moves is not told.</summary>
public sealed class CallTableTests
{
    private static readonly (Phase From, Kind Message, Phase To, string Why)[] Moves =
    [
        (Phase.Idle, Kind.Started, Phase.Calling, "a call begins"),
        (Phase.Idle, Kind.UnlockRequested, Phase.Idle, "the key was pressed outside of any call; whether that means anything is the policy's"),
        (Phase.Idle, Kind.UnlockMissed, Phase.Idle, "for the record"),
        (Phase.Idle, Kind.KeyPressed, Phase.Idle, "a code at the panel needs no call"),
        (Phase.Calling, Kind.Ringing, Phase.Ringing, "the station rings"),
        (Phase.Calling, Kind.Answered, Phase.Talking, "the ringing was lost on the way"),
        (Phase.Calling, Kind.Denied, Phase.Failed, "refused before it rang: do not disturb"),
        (Phase.Calling, Kind.NoAnswer, Phase.Failed, "the ringing was lost on the way"),
        (Phase.Calling, Kind.Busy, Phase.Calling, "it waits; the unit may still ring"),
        (Phase.Calling, Kind.UnlockMissed, Phase.Calling, "for the record"),
        (Phase.Calling, Kind.KeyPressed, Phase.Calling, "keys change nothing"),
        (Phase.Calling, Kind.Ended, Phase.Ended, "given up before it rang"),
        (Phase.Ringing, Kind.Answered, Phase.Talking, "somebody answers"),
        (Phase.Ringing, Kind.UnlockRequested, Phase.Ringing, "who knows the visitor need not speak"),
        (Phase.Ringing, Kind.Denied, Phase.Failed, "refused"),
        (Phase.Ringing, Kind.NoAnswer, Phase.Failed, "nobody came"),
        (Phase.Ringing, Kind.Busy, Phase.Calling, "somebody else took the unit's line"),
        (Phase.Ringing, Kind.Transferred, Phase.Calling, "passed on before anybody answered"),
        (Phase.Ringing, Kind.UnlockMissed, Phase.Ringing, "for the record"),
        (Phase.Ringing, Kind.KeyPressed, Phase.Ringing, "keys change nothing"),
        (Phase.Ringing, Kind.Ended, Phase.Ended, "given up"),
        (Phase.Talking, Kind.UnlockRequested, Phase.Talking, "the usual way"),
        (Phase.Talking, Kind.Denied, Phase.Failed, "spoken to and refused"),
        (Phase.Talking, Kind.Held, Phase.Held, "put on hold"),
        (Phase.Talking, Kind.Transferred, Phase.Calling, "the next party has not answered yet"),
        (Phase.Talking, Kind.UnlockMissed, Phase.Talking, "for the record"),
        (Phase.Talking, Kind.KeyPressed, Phase.Talking, "keys change nothing"),
        (Phase.Talking, Kind.Ended, Phase.Ended, "hung up"),
        (Phase.Held, Kind.Resumed, Phase.Talking, "taken back"),
        (Phase.Held, Kind.Answered, Phase.Talking, "taken by somebody else"),
        (Phase.Held, Kind.Transferred, Phase.Calling, "passed on"),
        (Phase.Held, Kind.UnlockMissed, Phase.Held, "for the record"),
        (Phase.Held, Kind.KeyPressed, Phase.Held, "keys change nothing"),
        (Phase.Held, Kind.Ended, Phase.Ended, "given up on hold"),
        (Phase.Failed, Kind.UnlockMissed, Phase.Failed, "for the record"),
        (Phase.Failed, Kind.KeyPressed, Phase.Failed, "keys change nothing"),
        (Phase.Failed, Kind.Ended, Phase.Ended, "the end that comes after a refusal"),
        (Phase.Ended, Kind.Started, Phase.Calling, "a device that began anew uses its numbers again"),
    ];

    [Fact]
    public void EveryMessageInEveryPhaseGoesWhereTheTableSaysOrIsNotTold()
    {
        foreach (var from in Enum.GetValues<Phase>())
        {
            foreach (var message in Enum.GetValues<Kind>())
            {
                Phase? expected = Moves.Where(move => move.From == from && move.Message == message).Select(move => (Phase?)move.To).SingleOrDefault();
                Assert.True(expected == IntercomCallTable.Next(from, message), $"{message} in {from}: expected {expected?.ToString() ?? "nothing"}");
            }
        }
    }

    [Fact]
    public void AnUnlockIsWorthSomethingOnlyWhileSomebodyRingsOrSpeaksOrOutsideOfAnyCall()
    {
        var phases = Enum.GetValues<Phase>().Where(phase => IntercomCallTable.Next(phase, Kind.UnlockRequested) is not null);
        Assert.Equal([Phase.Idle, Phase.Ringing, Phase.Talking], phases);
    }

    [Theory]
    [InlineData(nameof(Phase.Calling), 60, "a panel's usual limit")]
    [InlineData(nameof(Phase.Ringing), 60, "a panel's usual limit")]
    [InlineData(nameof(Phase.Failed), 60, "its end should come at once")]
    [InlineData(nameof(Phase.Talking), 180, "a panel's usual limit")]
    [InlineData(nameof(Phase.Held), 180, "as long as a conversation")]
    public void EveryOpenPhaseHasItsWatchdog(string phase, double seconds, string why) =>
        Assert.True(IntercomCallTable.LimitOf(Enum.Parse<Phase>(phase)) == TimeSpan.FromSeconds(seconds), why);
}
