using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

/// <summary>A fault around the broker is said and tried again; it never ends what runs the doors.</summary>
public sealed class BrokerFaultTests
{
    [Theory]
    [InlineData(FaultyStep.Connect, "the connector throws what nobody expected")]
    [InlineData(FaultyStep.State, "publishing the states does")]
    [InlineData(FaultyStep.Deliver, "delivering does")]
    public async Task AnUnexpectedExceptionStartsTheSessionAgain(FaultyStep step, string why)
    {
        using var bench = EngineBench.Running();
        await using var channel = new FaultyChannel(step) { Faults = 3 };
        using var outbox = Open(bench);
        var waiting = bench.Outbox().Count;
        var pump = new OutboxPump(outbox, bench.Signal, TimeProvider.System, bench.Log.For<OutboxPump>());
        var session = new BrokerSession(
            channel, new StatePublisher("tower", bench.Monitor, TimeProvider.System), pump, TimeProvider.System, bench.Log.For<BrokerSession>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = session.RunAsync(stop.Token);
        await Eventually.Holds(() => running.IsCompleted || pump.Published == waiting, why);
        Assert.False(running.IsCompleted, why);
        Assert.True(session.Connected);
        Assert.Single(bench.Log.At(LogLevel.Error), line => line.Contains("failed inside", StringComparison.Ordinal));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task AnOutboxThatCannotBeReadIsSaidOnceAndItsReturnOnce()
    {
        using var bench = EngineBench.Running();
        using var outbox = Open(bench);
        Execute(bench, "ALTER TABLE outbox RENAME TO hidden");
        await using var channel = new FaultyChannel(FaultyStep.Deliver);
        var pump = new OutboxPump(outbox, bench.Signal, bench.Time, bench.Log.For<OutboxPump>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = pump.RunAsync(channel, stop.Token);
        for (var second = 0; second < 5; second++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await Eventually.Holds(() => bench.Log.At(LogLevel.Error).Any(), "it is said");
        Execute(bench, "ALTER TABLE hidden RENAME TO outbox");
        await Eventually.Holds(
            () =>
            {
                bench.Time.Advance(TimeSpan.FromSeconds(1));
                return pump.Published > 0;
            },
            "it goes on");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(bench.Log.At(LogLevel.Error), line => line.Contains("The outbox cannot be read", StringComparison.Ordinal));
        Assert.Single(bench.Log.At(LogLevel.Information), line => line.Contains("can be read again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARegisterThatFailsInsideIsLookedAtAgain()
    {
        using var bench = EngineBench.Running();
        var watch = new RegisterWatch(bench.Register, bench.Time, bench.Log.For<RegisterWatch>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bench.Register.Dispose();
        var running = watch.RunAsync(stop.Token);
        await Eventually.Holds(
            () =>
            {
                bench.Time.Advance(TimeSpan.FromSeconds(2));
                return running.IsCompleted || bench.Log.At(LogLevel.Error).Any();
            },
            "it is said");
        for (var look = 0; look < 5; look++)
        {
            bench.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(bench.Log.At(LogLevel.Error));
    }

    private static Outbox Open(EngineBench bench) => Assert.IsType<StorageResult<Outbox>.Done>(Outbox.Open(bench.Options)).Value;

    private static void Execute(EngineBench bench, string statement)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = bench.Options.Path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
