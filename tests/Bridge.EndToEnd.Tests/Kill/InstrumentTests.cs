using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Building;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>The columns of the kill table that no control fills: what fills them here is put there by hand.</summary>
public sealed class InstrumentTests
{
    private const string Garage = "lobby-io";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10, 1, 0, "ten tenths of a second are the configured pulse")]
    [InlineData(10, 2, 0, "sent again while it runs, the device's timer begins anew")]
    [InlineData(30, 1, 1, "three seconds are not")]
    public async Task A_pulse_that_is_too_long_is_seen(ushort tenths, int times, int leftOn, string why)
    {
        var time = new FakeTimeProvider();
        await using var world = WorldBuilder.Build(SixDoors.Plan, time);
        var locks = new LockWatch(world);
        for (var sent = 0; sent < times; sent++)
        {
            world.Devices["lobby-main-lock"].Answer([6, 0, 1, 0, (byte)tenths], new byte[256]);
            time.Advance(TimeSpan.FromMilliseconds(800));
        }

        locks.AtKill();
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.True(locks.LeftOn().Count == leftOn, $"{why}: {string.Join(' ', locks.LeftOn())}");
        Assert.Equal((1, 1), (locks.OnAtAKill, locks.Activations));
    }

    [Fact]
    public async Task An_output_that_nobody_switches_off_is_seen()
    {
        var time = new FakeTimeProvider();
        await using var world = WorldBuilder.Build(SixDoors.Plan, time);
        world.Devices[Garage].Answer([5, 0, 0, 0xFF, 0], new byte[256]);
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.StartsWith("garage", Assert.Single(new LockWatch(world).LeftOn()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_row_breaks_the_chain_that_the_products_own_verb_walks()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var installation = await Installation.CreateAsync(broker.Port, Token);
        await using (var bridge = installation.Start())
        {
            Assert.True(await bridge.IsReadyAsync(TimeSpan.FromSeconds(30), Token), bridge.Output);
            await bridge.StopAsync(Token);
        }

        var whole = await installation.RunVerbAsync(["journal", "verify"], Token);
        Assert.True(whole.ExitCode == 0, whole.ToString());
        installation.IsInOrder = false;
        Edit(installation.Journal, "UPDATE entry SET kind = 'DoorOpened' WHERE sequence = 2");
        var edited = await installation.RunVerbAsync(["journal", "verify"], Token);
        Assert.True(edited.ExitCode != 0 && edited.Errors.Contains("row 2", StringComparison.Ordinal), edited.ToString());
    }

    private static void Edit(string journal, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = journal, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
