using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Locks, lights and sounds: done once, or said to be in doubt, and never again after a break.</summary>
public sealed class CommandTests
{
    private static readonly DeviceCommand Pulse = new DeviceCommand.Pulse(ReaderBench.Point(5, "output1"), TimeSpan.FromMilliseconds(2950));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pulse_is_timed_by_the_reader(bool isSecure)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, isSecure);
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(Pulse));
        bench.Run(7);
        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal(3, Assert.Single(reader.Outputs["output1"].Activations).Energised.TotalSeconds, 0.01);
    }

    [Conformance(48, "Unlock OUT with lost ACK executes once")]
    [Fact]
    public async Task A_pulse_whose_answer_is_lost_is_done_once()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        Task<CommandResult>? result = null;
        bench.After(2, () =>
        {
            reader.SetFaults(new ReaderFaults { Drop = 1 });
            result = bench.Execute(Pulse);
        });
        bench.After(2.9, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(8);

        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.Equal(1, Assert.Single(reader.Outputs["output1"].Activations).Commands);
        var sent = bench.Sent(5).Where(each => each.Command.Code == 0x68).Select(each => Convert.ToHexString(each.Command.Bytes)).ToList();
        Assert.True(sent.Count > 2 && sent.Distinct().Count() == 1, string.Join('\n', sent));
    }

    [Fact]
    public async Task A_pulse_to_a_reader_that_dies_is_in_doubt_and_never_sent_again()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        Task<CommandResult>? result = null;
        bench.After(2, () =>
        {
            reader.SetFaults(new ReaderFaults { Drop = 1 });
            result = bench.Execute(Pulse, withinSeconds: 60);
        });
        bench.After(15, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(40);
        Assert.IsType<CommandResult.OutcomeUnknown>(await result!);
        Assert.Equal(1, Assert.Single(reader.Outputs["output1"].Activations).Commands);
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
    }

    [Conformance(49, "Commands queued before a break and expired are not sent afterwards")]
    [Fact]
    public async Task A_command_is_not_kept_for_a_reader_that_is_away()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        Task<CommandResult>? late = null;
        Task<CommandResult>? away = null;
        bench.After(2, () => bench.Unplugged.Add(5));
        bench.After(3, () => late = bench.Execute(Pulse));
        bench.After(14, () => away = bench.Execute(Pulse, withinSeconds: 60));
        bench.After(16, () => bench.Unplugged.Remove(5));
        bench.Run(35);
        Assert.IsType<CommandResult.NotSent>(await late!);
        Assert.IsType<CommandResult.NotSent>(await away!);
        Assert.Empty(reader.Outputs["output1"].Activations);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command.Code == 0x68);
    }

    [Conformance(29, "NAK 3, 2, 9: reported to the caller, reader stays online, SQN advanced")]
    [Conformance(31, "NAK FF and NAK 0: no crash")]
    [Theory]
    [InlineData(0x03)]
    [InlineData(0x02)]
    [InlineData(0x09)]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public async Task A_refused_command_is_told_and_the_reader_stays(byte nak)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        Task<CommandResult>? result = null;
        bench.After(2, () =>
        {
            reader.SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x68] = nak } });
            result = bench.Execute(Pulse);
        });
        bench.Run(4);
        Assert.Contains($"NAK {nak}", Assert.IsType<CommandResult.Rejected>(await result!).Reason);
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.True(reader.IsInSession);
    }

    /// <summary>As the host sends them.</summary>
    public static TheoryData<string> Words =>
        ["idle", "accessGranted", "accessDenied", "requirePin", "processing", "doorOpenTooLong", "doorPreAlarmWarning", "lockedDown", "fault"];

    [Theory, MemberData(nameof(Words))]
    public async Task Every_word_of_the_policy_is_shown(string word)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(Show(word), CommandPriority.Indicator));
        bench.After(2.6, () => Assert.True(
            word == "idle" || reader.Lights.History.Count > 1, $"nothing is shown for {word}"));
        bench.Run(3);
        Assert.IsType<CommandResult.Confirmed>(await result!);
    }

    [Fact]
    public async Task Refusals_sound_alike_and_last_alike()
    {
        var heard = new List<(int, TimeSpan, TimeSpan, TimeSpan?)>();
        foreach (var word in new[] { "accessDenied", "lockedDown" })
        {
            var bench = new ReaderBench();
            var reader = bench.Add(5);
            Task<CommandResult>? result = null;
            bench.After(2, () => result = bench.Execute(Show(word), CommandPriority.Indicator));
            bench.Run(3);
            Assert.IsType<CommandResult.Confirmed>(await result!);
            heard.Add((reader.Buzzer.Count, reader.Buzzer.On, reader.Buzzer.Off, reader.Lights.History[^1].For));
            Assert.Equal(1, reader.Buzzer.Signals);
        }

        Assert.Equal(heard[0], heard[1]);
    }

    [Conformance(45, "BUZ and TEXT skipped if PDCAP lacks them")]
    [Fact]
    public async Task A_reader_without_a_light_and_a_buzzer_confirms_at_once()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Capabilities = "080100" });
        Task<CommandResult>? result = null;
        bench.After(2, () => result = bench.Execute(Show("accessGranted"), CommandPriority.Indicator));
        bench.Run(3);
        Assert.IsType<CommandResult.Confirmed>(await result!);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command.Code is 0x69 or 0x6A or 0x6B);
    }

    [Fact]
    public async Task What_a_reader_cannot_do_is_rejected()
    {
        var bench = new ReaderBench();
        bench.Add(5);
        List<Task<CommandResult>> results = [];
        bench.After(2, () => results.AddRange([
            bench.Execute(new DeviceCommand.Pulse(ReaderBench.Point(5, "tamper"), TimeSpan.FromSeconds(1))),
            bench.Execute(new DeviceCommand.Pulse(ReaderBench.Point(5, "output1"), TimeSpan.FromHours(2))),
            bench.Execute(new DeviceCommand.Indicate(ReaderBench.Point(5, "feedback"), "fireworks")),
            bench.Execute(new DeviceCommand.Pulse(ReaderBench.Point(9, "output1"), TimeSpan.FromSeconds(1)))]));
        bench.Run(3);
        Assert.Equal(4, results.Count);
        Assert.All(await Task.WhenAll(results), result => Assert.IsType<CommandResult.Rejected>(result));
    }

    private static DeviceCommand.Indicate Show(string word) => new(ReaderBench.Point(5, "feedback"), word);
}
