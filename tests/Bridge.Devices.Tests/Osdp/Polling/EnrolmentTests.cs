using Bridge.Devices.Osdp;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A reader gets a key when a person says so, and at no other time.</summary>
public sealed class EnrolmentTests
{
    private const string Card = "10111011000000110010000110";
    private const byte Keyset = 0x75;

    private static readonly byte[] New = Convert.FromHexString("a1b2c3d4e5f60718293a4b5c6d7e8f90");

    private readonly List<string> _words = [];

    [Conformance(56, "KEYSET: readers that stay in the session, that drop it, and that answer in clear")]
    [Theory]
    [InlineData(KeySetConduct.StaysInSession)]
    [InlineData(KeySetConduct.DropsSession)]
    [InlineData(KeySetConduct.AcknowledgesInClear)]
    public async Task A_reader_takes_another_key_and_is_online_with_it(KeySetConduct conduct)
    {
        var bench = new ReaderBench();
        bench.Add(5, profile: new ReaderProfile { KeySet = conduct });
        var end = Enrol(bench, fromDefault: false);
        bench.Run(10);
        Assert.IsType<OsdpEnrolmentEnd.Proved>(await Ended(end));
        Assert.Single(bench.Sent(5), sent => sent.Command.Code == Keyset);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command is { Code: 0x76, KeySelector: 0 });
        Assert.True(bench.Readers[5].IsInSession);
        Restart(bench, New);
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Restart(bench, ReaderBench.Key(5));
        Assert.Empty(bench.Of<DeviceEvent.Online>());
    }

    [Fact]
    public async Task A_new_reader_is_enrolled_from_the_default_key_and_says_who_it_is()
    {
        var bench = Fresh();
        bench.Run(5);
        Assert.Empty(bench.Sent(5));
        Assert.Equal(OsdpSecurityState.NotEnrolled, bench.Figures(5).Security);
        var end = Enrol(bench, fromDefault: true);
        bench.Run(10);
        var proved = Assert.IsType<OsdpEnrolmentEnd.Proved>(await Ended(end));
        Assert.Equal("CAFE010102040302", Convert.ToHexString(proved.ClientId.Span));
        Assert.Equal("CAFE01010204030201", Convert.ToHexString(proved.Identity.Span));
        Assert.Equal([0, 1], bench.Sent(5).Where(sent => sent.Command.Code == 0x76).Select(sent => (int)sent.Command.KeySelector));
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Assert.DoesNotContain(_words, words => words.Contains("a1b2", StringComparison.OrdinalIgnoreCase));
        Restart(bench, New);
        Assert.Single(bench.Of<DeviceEvent.Online>());
    }

    [Conformance(61, "Security test S10: KEYSET and the default key only inside an enrolment of this reader")]
    [Fact]
    public async Task A_reader_that_offers_the_default_key_gets_nothing_when_nobody_enrols_it()
    {
        var bench = Fresh();
        bench.Add(6, isSecure: false, profile: new ReaderProfile { InstallMode = true }, security: OsdpSecurity.NotEnrolled);
        bench.Add(7).SetFaults(new ReaderFaults { AnswersWithDefaultKey = true });
        var end = Enrol(bench, fromDefault: true, withinSeconds: 60);
        bench.Run(120);
        Assert.IsType<OsdpEnrolmentEnd.Proved>(await Ended(end));
        Assert.Empty(bench.Sent(6));
        Assert.DoesNotContain(bench.Sent(7), sent => sent.Command.Code == Keyset || (sent.Command.Code == 0x76 && sent.Command.KeySelector == 0));
        Assert.Single(bench.Sent(5), sent => sent.Command.Code == Keyset);
        Assert.False(bench.Readers[7].IsInSession);
    }

    [Fact]
    public async Task Without_the_word_of_a_person_the_default_key_is_not_tried_even_in_an_enrolment()
    {
        var bench = Fresh();
        var end = Enrol(bench, fromDefault: false, withinSeconds: 60);
        bench.Run(120);
        Assert.False(Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(end)).KeySent);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command.Code == Keyset || (sent.Command.Code == 0x76 && sent.Command.KeySelector == 0));
        Assert.DoesNotContain(bench.Sent(5), sent => sent.At > TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task The_time_ends_and_the_default_key_with_it()
    {
        var bench = Fresh();
        bench.Readers[5].SetFaults(new ReaderFaults { WrongCryptogram = true });
        var end = Enrol(bench, fromDefault: true, withinSeconds: 30);
        bench.After(31, () => bench.Readers[5].SetFaults(ReaderFaults.None));
        bench.Run(700);
        Assert.Contains("time is over", Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(end)).Reason, StringComparison.Ordinal);
        Assert.All(bench.Sent(5), sent => Assert.True(sent.At < TimeSpan.FromSeconds(30.5), $"{sent.Command.Code:X2} at {sent.At}"));
        Assert.Contains(_words, words => words.Contains("default key failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_enrolment_is_longer_than_ten_minutes()
    {
        var bench = Fresh();
        bench.Unplugged.Add(5);
        var end = Enrol(bench, fromDefault: true, withinSeconds: 7200);
        var start = bench.Time.GetUtcNow();
        while (bench.Time.GetUtcNow() - start < TimeSpan.FromSeconds(590))
        {
            // A line on which nobody answers gives itself up, and the host opens it again.
            bench.Run(10);
        }

        Assert.False(end.IsCompleted);
        bench.Run(11);
        bench.Run(11);
        Assert.False(Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(end)).KeySent);
    }

    [Fact]
    public async Task A_person_calls_it_off()
    {
        using var stop = new CancellationTokenSource();
        var bench = Fresh();
        bench.Unplugged.Add(5);
        var end = Enrol(bench, fromDefault: true, called: stop.Token);
        bench.After(3, stop.Cancel);
        bench.After(10, () => bench.Unplugged.Clear());
        bench.Run(60);
        Assert.Contains("called off", Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(end)).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.At > TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_reader_that_refuses_the_key_keeps_its_own()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [Keyset] = 9 } });
        var end = Enrol(bench, fromDefault: false);
        bench.Run(20);
        Assert.IsType<OsdpEnrolmentEnd.NotTaken>(await Ended(end));
        Assert.Contains(_words, words => words.Contains("NAK 9", StringComparison.Ordinal));
        Assert.True(bench.Readers[5].IsInSession);
        Assert.Single(bench.Sent(5), sent => sent.Command.Code == Keyset);
    }

    [Fact]
    public void What_is_said_in_a_session_with_the_default_key_is_not_heard()
    {
        var bench = Fresh();
        var end = Enrol(bench, fromDefault: true);
        bench.Instead = command =>
        {
            if (command.Code == Keyset)
            {
                bench.Readers[5].PresentCard(Card);
                bench.Readers[5].SetTamper(true);
            }

            return null;
        };
        bench.Readers[5].SetFaults(new ReaderFaults { Silent = [Keyset] });
        bench.Run(30);
        Assert.False(end.IsCompleted);
        Assert.Empty(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Empty(bench.Of<DeviceEvent.InputRead>());
        Assert.Empty(bench.Of<DeviceEvent.Online>());
    }

    [Fact]
    public async Task Another_device_is_only_taken_for_the_reader_when_a_person_says_that_it_is_new()
    {
        var enrolled = new OsdpSecurity(true, ReaderBench.Key(5), default, new byte[] { 0xCA, 0xFE, 1, 1, 2, 9, 9, 9, 9 });
        var bench = new ReaderBench();
        bench.Add(5, isSecure: false, profile: new ReaderProfile { InstallMode = true }, security: enrolled);
        var refused = Enrol(bench, fromDefault: false, withinSeconds: 20);
        bench.Run(40);
        Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(refused));
        Assert.Contains(_words, words => words.Contains("another device", StringComparison.Ordinal));
        var taken = Enrol(bench, fromDefault: true);
        bench.Run(20);
        Assert.IsType<OsdpEnrolmentEnd.Proved>(await Ended(taken));
    }

    [Fact]
    public async Task A_reader_in_clear_and_one_that_is_not_there_get_none()
    {
        var bench = new ReaderBench();
        bench.Add(5, isSecure: false);
        foreach (var reader in new[] { ReaderBench.Device(5), new DeviceId("nowhere") })
        {
            var wish = new OsdpEnrolment(New, true, TimeSpan.FromMinutes(1), _words.Add);
            Assert.IsType<OsdpEnrolmentEnd.Over>(await bench.Line.EnrolAsync(reader, wish, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task An_enrolment_ends_also_while_the_line_is_down_and_another_one_can_follow()
    {
        var bench = Fresh();
        var first = Enrol(bench, fromDefault: true, withinSeconds: 60);
        bench.Time.Advance(TimeSpan.FromSeconds(80));
        Assert.Contains("line is down", Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(first)).Reason, StringComparison.Ordinal);
        var second = Enrol(bench, fromDefault: true);
        bench.Run(10);
        Assert.IsType<OsdpEnrolmentEnd.Proved>(await Ended(second));
    }

    [Fact]
    public async Task Only_one_enrolment_of_a_reader_at_a_time()
    {
        var bench = Fresh();
        var first = Enrol(bench, fromDefault: true);
        Assert.Contains("under way", Assert.IsType<OsdpEnrolmentEnd.Over>(await Ended(Enrol(bench, fromDefault: true))).Reason, StringComparison.Ordinal);
        bench.Run(10);
        Assert.IsType<OsdpEnrolmentEnd.Proved>(await Ended(first));
    }

    private static ReaderBench Fresh()
    {
        var bench = new ReaderBench();
        bench.Add(5, isSecure: false, profile: new ReaderProfile { InstallMode = true }, security: OsdpSecurity.NotEnrolled);
        return bench;
    }

    /// <summary>In virtual time: it has ended already, only the continuations run on other threads.</summary>
    private static Task<OsdpEnrolmentEnd> Ended(Task<OsdpEnrolmentEnd> end) => end.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    private static void Restart(ReaderBench bench, byte[] key)
    {
        bench.StartAgain(5, OsdpSecurity.WithKey(key));
        bench.Run(10);
    }

    private Task<OsdpEnrolmentEnd> Enrol(ReaderBench bench, bool fromDefault, double withinSeconds = 300, CancellationToken called = default) =>
        bench.Line.EnrolAsync(ReaderBench.Device(5), new OsdpEnrolment(New, fromDefault, TimeSpan.FromSeconds(withinSeconds), _words.Add), called);
}
