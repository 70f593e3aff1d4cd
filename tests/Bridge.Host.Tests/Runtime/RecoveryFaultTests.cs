using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Tests.Verbs;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Runtime;

/// <summary>A state that cannot be recovered whole is not guessed.</summary>
public sealed class RecoveryFaultTests
{
    private static readonly ActorId Lead = new("lead");

    public static TheoryData<string, string> Damages => new()
    {
        { "the snapshot cannot be read", "ALTER TABLE snapshot RENAME TO elsewhere" },
        { "no snapshot is whole, and the beginning is gone", "UPDATE snapshot SET state = '{}'; DELETE FROM entry WHERE sequence <= 3" },
        { "an entry after the snapshot is gone", "DELETE FROM entry WHERE sequence = (SELECT max(sequence) FROM snapshot) + 1" },
        { "the entry of the snapshot is not one", "DELETE FROM snapshot; UPDATE entry SET body = '[]' WHERE sequence = 1" },
    };

    [Theory, MemberData(nameof(Damages))]
    public void ALockedDownDoorIsNotMerelyLockedAfterwards(string why, string damage)
    {
        using var bench = EngineBench.Running();
        bench.Ask(at => new PolicyInput.ModeRequested(at, Tower.Lobby, DoorModeRequest.LockDown, Lead));
        bench.Engine.TakeTurn();
        Assert.IsType<CommitResult.Committed>(bench.Store.Commit(new JournalBatch([], [], JournalCodec.Encode(bench.State))));
        bench.Sense(Tower.Point(Tower.Lobby, "contact"), Devices.PointReading.On);
        bench.Engine.TakeTurn();
        Assert.Equal(JournalCodec.Encode(bench.State), JournalCodec.Encode(StateRecovery.Of(bench.Store).State));

        bench.IsInOrder = false;
        VerbTests.Execute(bench.Options.Path, damage);
        var failure = Record.Exception(() => StateRecovery.Of(bench.Store));
        Assert.True(failure is JournalUnusableException, $"{why}: {failure}");
    }
}
