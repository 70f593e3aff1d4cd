using System.Diagnostics;

namespace Bridge.Journal.Tests;

/// <summary>
/// The file as a process that dies at a random instant leaves it: copied while the writer runs on. The log is never folded back here, so it only grows
/// and a copy holds what was there at some instant, with the last page perhaps torn. (Real kills and lost pages are the end-to-end harness's.)
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Trials = 200;
    private const int Rounds = 20;
    private const int Seed = 4711;

    private readonly TemporaryFolder folder = new();
    private long acknowledged;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_batch_is_in_a_copy_taken_at_a_random_instant()
    {
        var (lost, torn, controlLost) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var options = new JournalOptions(folder.File($"journal{round}.db"), "tower") { Settings = "PRAGMA wal_autocheckpoint = 0" };
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            using var store = Some.Open(options);
            acknowledged = 0;
            var writer = Task.Run(() => Write(store, stop.Token), stop.Token);
            var random = new Random(Seed + round);
            for (var trial = 0; trial < Trials / Rounds; trial++)
            {
                Wait(TimeSpan.FromMicroseconds(random.Next(5000)));
                var copy = Copied(options, withLog: true);
                lost += copy.Found < copy.Acknowledged ? 1 : 0;
                torn += copy.Whole ? 0 : 1;
                var control = Copied(options, withLog: false);
                controlLost += control.Found < control.Acknowledged ? 1 : 0;
            }

            await stop.CancelAsync();
            await writer;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {Seed}, n = {Trials} instants: {lost} with an acknowledged entry missing, {torn} not whole (rate <= {3.0 / Trials:P1} at 95 %); "
            + $"control (the same copies without the log): {controlLost} of {Trials} lost entries");
        Assert.Equal((0, 0), (lost, torn));
        Assert.True(controlLost > Trials / 2, "the control must lose");
    }

    private void Write(JournalStore store, CancellationToken stop)
    {
        var random = new Random(Seed);
        while (!stop.IsCancellationRequested)
        {
            var head = store.Committed(Some.Batch(store.Head, random.Next(1, 30)));
            Volatile.Write(ref acknowledged, head.Sequence);
        }
    }

    private (long Acknowledged, long Found, bool Whole) Copied(JournalOptions options, bool withLog)
    {
        var copy = folder.File(Guid.NewGuid().ToString("n"));
        // Read before the copy: what is acknowledged later need not be in it.
        var before = Volatile.Read(ref acknowledged);
        if (withLog)
        {
            File.Copy(options.Path + "-wal", copy + "-wal");
        }

        File.Copy(options.Path, copy);
        using var store = Some.Open(options with { Path = copy });
        var verified = JournalVerifier.Verify(copy, null, TestContext.Current.CancellationToken);
        // One message for each entry, written in the same batch: half a batch would show here.
        var whole = verified is JournalVerified.Intact intact && intact.Rows == RawFile.Scalar(copy, "SELECT count(*) FROM outbox");
        return (before, store.Head.Sequence, whole);
    }

    // A few microseconds to milliseconds, finer than a timer: it decides where in a commit the copy falls.
    private static void Wait(TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            Thread.SpinWait(50);
        }
    }
}
