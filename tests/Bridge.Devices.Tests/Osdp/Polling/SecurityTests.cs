using Bridge.Devices.Osdp;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>A line that somebody else has his hands on: nothing that is not proved is believed, and nothing is ever asked in clear instead.</summary>
public sealed class SecurityTests
{
    private const string Card = "10111011000000110010000110";

    private static readonly byte[] AllowedOutsideSession = [0x61, 0x62, 0x76, 0x77];

    public static TheoryData<string, ReaderFaults> Handshakes => new()
    {
        { "its capabilities deny any security", new ReaderFaults { Capabilities = "040101090000", Refuse = new Dictionary<byte, byte> { [0x76] = 5 } } },
        { "the challenge is refused with NAK 5", new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x76] = 5 } } },
        { "the challenge is refused with NAK 6", new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x76] = 6 } } },
        { "the challenge is met with silence", new ReaderFaults { Silent = [0x76] } },
        { "the reader speaks of another key", new ReaderFaults { WrongSelector = true } },
        { "the reader knows the default key alone", new ReaderFaults { AnswersWithDefaultKey = true } },
        { "the reader's proof is wrong", new ReaderFaults { WrongCryptogram = true } },
        { "the reader refuses our proof", new ReaderFaults { RefuseHandshake = true } },
        { "the initial authentication code is wrong", new ReaderFaults { WrongInitialMac = true } },
    };

    [Conformance(54, "CCRYPT and RMAC_I errors")]
    [Conformance(61, "Security tests S1 to S5: downgrade, refusal, default key, selector, cryptograms")]
    [Theory, MemberData(nameof(Handshakes))]
    public void A_handshake_that_fails_is_held_and_nothing_is_said_in_clear(string why, ReaderFaults faults)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        reader.SetFaults(faults);
        bench.After(5, () => reader.PresentCard(Card));
        bench.Run(200);

        Assert.Empty(bench.Of<DeviceEvent.Online>());
        Assert.Empty(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Empty(bench.Of<DeviceEvent.InputRead>());
        Assert.Single(bench.Of<DeviceEvent.Offline>());
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.SecurityFailed);
        Assert.All(bench.Sent(5), sent => Assert.Contains(sent.Command.Code, AllowedOutsideSession));
        Assert.All(bench.Sent(5).Where(sent => sent.Command.Code == 0x76), sent => Assert.Equal(1, sent.Command.KeySelector));
        var challenges = Challenges(bench);
        Assert.True(challenges.Count is >= 4 and <= 8, $"{why}: {challenges.Count} handshakes in 200 s");
        Assert.True(challenges[^1] - challenges[^2] >= TimeSpan.FromSeconds(38), $"{why}: {challenges[^1] - challenges[^2]} between the last two");
    }

    public static TheoryData<string, ReaderFaults> Forgeries => new()
    {
        { "a wrong authentication code", new ReaderFaults { CorruptMac = 1 } },
        { "a clear reply", new ReaderFaults { ClearReply = 1 } },
        { "a payload that is not encrypted", new ReaderFaults { PlainPayload = 1 } },
        { "a reply recorded before", new ReaderFaults { Replay = 1 } },
    };

    [Conformance(52, "Authentication failure, clear reply, wrong block: drop, event, new handshake")]
    [Conformance(61, "Security tests S6 to S9: forgery, replay, clear injection, unencrypted data")]
    [Theory, MemberData(nameof(Forgeries))]
    public void A_forged_read_is_never_delivered_and_the_session_ends(string why, ReaderFaults faults)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () =>
        {
            reader.PresentCard(Card);
            reader.SetFaults(faults);
        });
        bench.After(3, () => reader.SetFaults(ReaderFaults.None));
        bench.Run(12);

        Assert.Empty(bench.Of<DeviceEvent.CredentialRead>());
        Assert.True(bench.Of<DeviceEvent.Remark>().Any(remark => remark.Kind == DeviceRemark.SecurityFailed), why);
        Assert.Single(bench.Of<DeviceEvent.Offline>());
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
        var again = Challenges(bench)[^1];
        Assert.InRange(again.TotalSeconds, 6.9, 7.6);
    }

    [Fact]
    public void The_same_reads_are_delivered_when_nobody_forges()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5);
        bench.After(2, () => reader.PresentCard(Card));
        bench.Run(3);
        Assert.Single(bench.Of<DeviceEvent.CredentialRead>());
    }

    [Fact]
    public void A_random_number_is_new_for_each_handshake_and_the_same_for_a_repeat()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Silent = [0x76] });
        bench.Run(60);
        var challenges = bench.Sent(5).Where(sent => sent.Command.Code == 0x76).Select(sent => Convert.ToHexString(sent.Command.Data)).ToList();
        var attempts = challenges.GroupBy(each => each).Select(same => same.Count()).ToList();
        Assert.True(attempts.Count >= 3);
        Assert.All(attempts, count => Assert.Equal(3, count));
    }

    [Conformance(61, "Security test S12: identity swap")]
    [Fact]
    public void Another_device_is_held_until_the_right_one_is_back()
    {
        var enrolled = new OsdpSecurity(true, ReaderBench.Key(5), new byte[] { 0xCA, 0xFE, 1, 1, 2, 4, 3, 2 }, new byte[] { 0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1 });
        var bench = new ReaderBench();
        var reader = bench.Add(5, security: enrolled);
        bench.After(3, () =>
        {
            reader.SetFaults(new ReaderFaults { Identity = "CAFE01010299999999011003" });
            reader.Reboot();
        });
        bench.After(20, () => reader.PresentCard(Card));
        bench.After(40, () =>
        {
            reader.SetFaults(ReaderFaults.None);
            reader.Reboot();
        });
        bench.Run(60);

        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.Replaced);
        Assert.Empty(bench.Of<DeviceEvent.CredentialRead>());
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command.Code == 0x76 && sent.At.TotalSeconds is > 4 and < 40);
    }

    [Conformance(32, "PDID of 11 bytes is refused, of 13 bytes taken")]
    [Theory]
    [InlineData("CAFE010102040302010110", false)]
    [InlineData("CAFE0101020403020101100399", true)]
    public void An_identity_that_is_cut_is_no_way_around_the_check(string identity, bool isTaken)
    {
        var enrolled = new OsdpSecurity(true, ReaderBench.Key(5), default, new byte[] { 0xCA, 0xFE, 1, 1, 2, 4, 3, 2, 1 });
        var bench = new ReaderBench();
        bench.Add(5, security: enrolled).SetFaults(new ReaderFaults { Identity = identity });
        bench.Run(5);
        Assert.Equal(isTaken, bench.Of<DeviceEvent.Online>().Any());
    }

    [Fact]
    public void A_copied_key_in_another_device_is_noticed_by_its_client_id()
    {
        var enrolled = new OsdpSecurity(true, ReaderBench.Key(5), new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, default);
        var bench = new ReaderBench();
        bench.Add(5, security: enrolled);
        bench.Run(5);
        Assert.Empty(bench.Of<DeviceEvent.Online>());
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.Replaced);
    }

    [Fact]
    public void A_reader_that_demands_security_is_not_polled_in_clear()
    {
        var bench = new ReaderBench();
        bench.Add(5, isSecure: false, profile: new ReaderProfile { RequiresSecurity = true });
        bench.Run(30);
        Assert.Empty(bench.Of<DeviceEvent.Online>());
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.SettingDiffers);
        Assert.InRange(bench.Sent(5).Count, 3, 15);
    }

    [Fact]
    public void Nothing_shows_a_key()
    {
        var security = OsdpSecurity.WithKey(ReaderBench.Key(5));
        Assert.Equal("secure", $"{security}");
        var definition = new DeviceDefinition(ReaderBench.Device(5), 5, "", TimeSpan.FromSeconds(0.1), null, [], security);
        Assert.DoesNotContain(Convert.ToHexString(ReaderBench.Key(5)), $"{definition}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>First sends, not repeats.</summary>
    private static List<TimeSpan> Challenges(ReaderBench bench) =>
    [
        .. bench.Sent(5).Where(sent => sent.Command.Code == 0x76).GroupBy(sent => Convert.ToHexString(sent.Command.Bytes)).Select(same => same.First().At),
    ];
}
