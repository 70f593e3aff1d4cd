using System.Text.Json;
using Bridge.EndToEnd.Tests.Running;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Processes;

namespace Bridge.EndToEnd.Tests.Enrolment;

/// <summary>A person at the real product gives new OSDP readers their keys, and another key later.</summary>
public sealed class EnrolmentTests(ITestOutputHelper output)
{
    private const string Main = "lobby-main-reader";
    private const string Back = "lobby-back-reader";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_reader_gets_its_key_keeps_it_over_a_restart_and_gets_another_one()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithNewOsdpReadersAsync(broker.Port, Token);
        var reader = (OsdpReader)installation.World.Readers[Main];
        await EnrolAsync(installation, observer, reader);
        await RotateAsync(installation, observer, reader);

        var verified = await installation.RunVerbAsync(["journal", "verify"], Token);
        Assert.True(verified.ExitCode == 0, verified.ToString());
        var journal = await installation.RunVerbAsync(["journal", "export"], Token);
        Assert.DoesNotContain(Key(installation, Main), journal.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("local-operator", journal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_dies_after_the_reader_took_the_key_and_finds_it_at_the_next_start()
    {
        await using var broker = await Mosquitto.StartAsync(Token);
        await using var observer = await MosquittoSub.StartAsync(broker.Port, Token);
        await using var installation = await Installation.CreateWithNewOsdpReadersAsync(broker.Port, Token);
        var reader = (OsdpReader)installation.World.Readers[Main];
        await using (var bridge = installation.Start())
        {
            Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);

            // Slow, so that the power can go between two of its answers.
            reader.SetFaults(new ReaderFaults { Delay = 1, DelayBy = TimeSpan.FromMilliseconds(180) });
            var verb = installation.RunVerbAsync(["osdp", "enrol", "--reader", Main, "--from-default-key"], Token);
            Assert.True(await Deadline.UntilAsync(() => !reader.AcceptsDefaultKey, Limit, Token), bridge.Output);
            await bridge.KillAsync(Token);
            Assert.NotEqual(0, (await verb).ExitCode);
            var late = await installation.RunVerbAsync(["osdp", "enrol", "--reader", Main], Token);
            Assert.Contains("control.sock: nobody listens at it; the service must be running", late.Errors, StringComparison.Ordinal);
        }

        Assert.Contains("pending", await File.ReadAllTextAsync(installation.KeyFile, Token), StringComparison.Ordinal);
        reader.SetFaults(ReaderFaults.None);
        await using (var bridge = installation.Start())
        {
            Assert.True(await Deadline.UntilAsync(() => reader.IsInSession, Limit, Token), bridge.Output);
            Assert.True(await Deadline.UntilAsync(() => Told(observer).Contains("readerEnrolled"), Limit, Token), bridge.Output);
            Assert.NotEmpty(Key(installation, Main));
            await OpensAsync(observer, reader, bridge);
        }
    }

    [Fact]
    public async Task Without_a_service_and_with_a_wrong_name_the_verb_says_so()
    {
        await using var installation = await Installation.CreateWithNewOsdpReadersAsync(1, Token);
        var alone = await installation.RunVerbAsync(["osdp", "enrol", "--reader", Main], Token);
        Assert.Equal(69, alone.ExitCode);
        Assert.Contains("control.sock: there is no such file; the service must be running", alone.Errors, StringComparison.Ordinal);
        Assert.Equal(64, (await installation.RunVerbAsync(["osdp", "enrol", "--reader", Main, "--minutes", "11"], Token)).ExitCode);
    }

    /// <summary>From the default key; and that nothing is sent to a reader before a person says so.</summary>
    private async Task EnrolAsync(Installation installation, MosquittoSub observer, OsdpReader reader)
    {
        await using var bridge = installation.Start();
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
        var refused = await installation.RunVerbAsync(["osdp", "enrol", "--reader", Main], Token);
        Assert.Equal(76, refused.ExitCode);
        Assert.Contains("--from-default-key", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, reader.Requests);

        var enrolled = await installation.RunVerbAsync(["osdp", "enrol", "--reader", Main, "--from-default-key"], Token);
        output.WriteLine(enrolled.Output);
        Assert.True(enrolled.ExitCode == 0, $"{enrolled} {bridge.Output}");
        Assert.False(reader.AcceptsDefaultKey);
        Assert.True(await Deadline.UntilAsync(() => reader.IsInSession, Limit, Token), bridge.Output);
        Assert.DoesNotContain(Key(installation, Main), bridge.Output + enrolled.Output, StringComparison.OrdinalIgnoreCase);
        Assert.True(await Deadline.UntilAsync(() => Told(observer).Contains("readerEnrolled"), Limit, Token));
        Assert.Equal(["readerEnrolmentStarted", "readerEnrolled"], Told(observer));
        Assert.Equal(0, ((OsdpReader)installation.World.Readers[Back]).Requests);
        Assert.Equal(0, await bridge.StopAsync(Token));
    }

    /// <summary>After a restart the reader opens with its key, and takes another one.</summary>
    private async Task RotateAsync(Installation installation, MosquittoSub observer, OsdpReader reader)
    {
        await using var bridge = installation.Start();
        // The doors come first in a start: a reader is in its session, and opens, before the control socket is there to be asked.
        Assert.True(await bridge.IsReadyAsync(Limit, Token), bridge.Output);
        Assert.True(await Deadline.UntilAsync(() => reader.IsInSession, Limit, Token), bridge.Output);
        await OpensAsync(observer, reader, bridge);
        var before = Key(installation, Main);
        var rotated = await installation.RunVerbAsync(["osdp", "enrol", "--reader", Main, "--minutes", "1"], Token);
        output.WriteLine(rotated.Output);
        Assert.True(rotated.ExitCode == 0, $"{rotated} {bridge.Output}");
        Assert.NotEqual(before, Key(installation, Main));
        Assert.True(await bridge.MetricAsync("accessbridge_reader_polls", Token) > 0);
        Assert.Equal(2, await bridge.MetricAsync("accessbridge_reader_security", Token));
        Assert.True(await bridge.AnswersAsync("readers", Limit, Token));
        Assert.True(await Deadline.UntilAsync(() => reader.IsInSession, Limit, Token), bridge.Output);
        await OpensAsync(observer, reader, bridge);
        Assert.Equal(0, await bridge.StopAsync(Token));
    }

    private static async Task OpensAsync(MosquittoSub observer, OsdpReader reader, BridgeProcess bridge)
    {
        // A read that the reader may have kept from before opens nothing, and no door opens before its lock is reached: whoever stands there tries again.
        var before = Granted(observer);
        for (var tries = 0; tries < 10 && Granted(observer) == before; tries++)
        {
            reader.PresentCard(Installation.Cards[0]);
            await Deadline.UntilAsync(() => Granted(observer) > before, TimeSpan.FromSeconds(2), Token);
        }

        Assert.True(Granted(observer) > before, bridge.Output);
    }

    private static int Granted(MosquittoSub observer) => observer.FirstHeard().Count(told => told.Kind == "accessGranted");

    private static List<string> Told(MosquittoSub observer) =>
        [.. observer.FirstHeard().Select(told => told.Kind).Where(kind => kind.StartsWith("readerEnrol", StringComparison.Ordinal))];

    /// <summary>The only key in the file, for its owner alone.</summary>
    private static string Key(Installation installation, string reader)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(installation.KeyFile));
        var entry = file.RootElement.GetProperty(reader);
        Assert.False(entry.TryGetProperty("pending", out _));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(installation.KeyFile));
        }

        return entry.GetProperty("key").GetString()!;
    }
}
