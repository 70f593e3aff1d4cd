using System.Diagnostics;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.People;

namespace Bridge.Benchmarks.Osdp;

/// <summary>People who present cards at readers that have told their last one, and say when: one line each, "card", its number, the monotonic clock.</summary>
internal sealed class CardStream(IReadOnlyList<OsdpReader> readers)
{
    private readonly Random random = new(20261129);
    private CancellationTokenSource? stop;
    private Task presenting = Task.CompletedTask;
    private int number;

    public void Begin(TimeSpan distance, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        presenting = PresentAsync(distance, stop.Token);
    }

    public async Task EndAsync()
    {
        if (stop is not null)
        {
            await stop.CancelAsync();
            await presenting;
            stop.Dispose();
            stop = null;
        }
    }

    private async Task PresentAsync(TimeSpan distance, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                // Not in step with the polls, or always the same part of a cycle would be measured.
                await Task.Delay(distance * (0.5 + random.NextDouble()), TimeProvider.System, cancellationToken);
                var free = readers.Where(reader => reader.WaitingReports == 0).ToList();
                if (free.Count > 0)
                {
                    number++;
                    var bits = Wiegand26.Bits(ReadersVerb.Facility, number);
                    var reader = free[random.Next(free.Count)];
                    var at = Stopwatch.GetTimestamp();
                    reader.PresentCard(bits);
                    System.Console.WriteLine($"card {number} {at}");
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // They have gone home.
        }
    }
}
