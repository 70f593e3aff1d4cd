using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Readers;

/// <summary>A building in which the product is killed: what its readers do, how slow its disk is, and at which moments it is killed.</summary>
internal sealed record ReaderBuilding(ReaderHabits Habits, TimeSpan Sync, bool AimsAtLocks)
{
    /// <summary>
    /// Readers that lose an unconfirmed read when the link starts anew, as most do, and kills at any moment. A reader on a fast line hears of an early
    /// acknowledgement long before the commit is on disk.
    /// </summary>
    public static ReaderBuilding SlowDisk { get; } = new(new ReaderHabits(), TimeSpan.FromMilliseconds(50), AimsAtLocks: false);

    /// <summary>For the control: what is acknowledged too early lies open so long that a kill meets it.</summary>
    public static ReaderBuilding VerySlowDisk { get; } = SlowDisk with { Sync = TimeSpan.FromMilliseconds(200) };

    /// <summary>
    /// Readers that tell an unconfirmed read again, and kills when a lock has just been energised. On a slow line the reader hears of the acknowledgement
    /// long after its read has opened.
    /// </summary>
    public static ReaderBuilding SlowLine { get; } =
        new(new ReaderHabits(RepeatsAfterReset: true, KeepsReadsOffline: true, BitsPerSecond: 9600), TimeSpan.FromMilliseconds(10), AimsAtLocks: true);
}
