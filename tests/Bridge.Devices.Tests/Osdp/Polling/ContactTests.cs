using Bridge.Devices.Osdp;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>From the first frame to online, and back after an outage.</summary>
public sealed class ContactTests
{
    [Conformance(19, "First frame SQN 0, then 1, 2, 3, 1")]
    [Theory]
    [InlineData(false, new byte[] { 0x61, 0x62, 0x7B, 0x64, 0x65, 0x66, 0x67, 0x69, 0x60, 0x60 })]
    [InlineData(true, new byte[] { 0x61, 0x62, 0x76, 0x77, 0x62, 0x7B, 0x64, 0x65, 0x66, 0x67, 0x69, 0x60, 0x60 })]
    public void A_reader_is_asked_in_order_and_is_online(bool isSecure, byte[] codes)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, isSecure);
        bench.After(1.9, () => Assert.Equal(isSecure ? OsdpSecurityState.Secure : OsdpSecurityState.ClearByConfiguration, bench.Figures(5).Security));
        bench.Run(2);

        var sent = bench.Sent(5);
        Assert.Equal(codes, sent.Take(codes.Length).Select(each => each.Command.Code));
        Assert.Equal([0, .. Enumerable.Range(0, sent.Count - 1).Select(place => (place % 3) + 1)], sent.Select(each => each.Command.Sequence));
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Assert.Equal(isSecure, reader.IsInSession);
        Assert.Equal(Simulators.Osdp.Feedback.LightColour.Red, reader.Lights.Colours[0]);
    }

    [Conformance(38, "LSTATR tamper and power as POLL answer and as LSTAT answer")]
    [Conformance(39, "ISTATR, OSTATR and RSTATR as POLL answers")]
    [Fact]
    public void Points_are_told_once_at_contact_and_then_on_change()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, profile: new ReaderProfile { ReportsPowerUp = true });
        bench.After(1, () => reader.SetTamper(true));
        bench.After(1.5, () => reader.Inputs["input2"].Set(true));
        bench.Run(3);

        Assert.IsType<DeviceEvent.Online>(bench.Events[0]);
        Assert.Equal(
            [
                ("tamper", PointReading.Off), ("power", PointReading.On), ("input1", PointReading.Off), ("input2", PointReading.Off),
                ("tamper", PointReading.On), ("power", PointReading.Off), ("input2", PointReading.On),
            ],
            bench.Of<DeviceEvent.InputRead>().Select(read => (read.Point.Point, read.Reading)));
        Assert.Equal([("output1", PointReading.Off)], bench.Of<DeviceEvent.OutputRead>().Select(read => (read.Point.Point, read.Reading)));
    }

    [Conformance(28, "8 s silence: offline once, back-off, reconnect in 10 s after return")]
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Eight_seconds_of_silence_are_told_once_and_the_return_within_ten(bool isSecure)
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, isSecure);
        bench.After(5, () => bench.Unplugged.Add(5));
        bench.After(45, () => bench.Unplugged.Remove(5));
        var offlineAt = TimeSpan.Zero;
        var backAt = TimeSpan.Zero;
        bench.Host = happened =>
        {
            offlineAt = happened is DeviceEvent.Offline ? bench.Wire.Now : offlineAt;
            backAt = happened is DeviceEvent.Online ? bench.Wire.Now : backAt;
            return true;
        };
        var end = bench.Run(60);
        while (bench.Wire.Now < TimeSpan.FromSeconds(60))
        {
            // Nobody says anything for twenty seconds: the line is opened anew.
            Assert.IsType<LineEnd.LinkLost>(end);
            end = bench.Run(60 - bench.Wire.Now.TotalSeconds);
        }

        Assert.Single(bench.Of<DeviceEvent.Offline>());
        Assert.Equal(2, bench.Of<DeviceEvent.Online>().Count());
        Assert.InRange(offlineAt.TotalSeconds, 12.9, 13.3);
        Assert.InRange(backAt.TotalSeconds, 45, 55);
        Assert.Equal(isSecure, reader.IsInSession);
    }

    [Conformance(55, "Reader restarts: new session in 1 s, state sent again")]
    [Fact]
    public void A_reader_that_restarts_has_a_new_session_within_a_second_and_its_light_again()
    {
        var bench = new ReaderBench();
        var reader = bench.Add(5, profile: new ReaderProfile { ReportsPowerUp = true });
        var rebooted = TimeSpan.Zero;
        bench.After(3, () =>
        {
            reader.Reboot();
            rebooted = bench.Wire.Now;
        });
        bench.Run(6);

        var challenge = bench.Sent(5).Last(sent => sent.Command.Code == 0x76);
        Assert.InRange((challenge.At - rebooted).TotalSeconds, 0, 1);
        Assert.True(reader.IsInSession);
        Assert.Equal(Simulators.Osdp.Feedback.LightColour.Red, reader.Lights.Colours[0]);
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Assert.Empty(bench.Of<DeviceEvent.Offline>());
        Assert.Contains(bench.Of<DeviceEvent.Remark>(), remark => remark.Kind == DeviceRemark.Restarted);
    }

    [Theory]
    [InlineData(0x6B, 0x03, "NAK 3 to TEXT")]
    [InlineData(0x69, 0x09, "NAK 9 to LED")]
    public void A_refused_step_on_the_way_does_not_stop_a_reader(byte code, byte nak, string why)
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Refuse = new Dictionary<byte, byte> { [code] = nak } });
        bench.Run(2);
        Assert.True(bench.Of<DeviceEvent.Online>().Any(), why);
    }

    [Conformance(3, "Checksum mode when PDCAP function 8 is 0")]
    [Fact]
    public void A_reader_that_only_sums_is_asked_with_a_checksum()
    {
        var bench = new ReaderBench();
        bench.Add(5).SetFaults(new ReaderFaults { Capabilities = "040101080000" });
        bench.Run(2);
        Assert.Single(bench.Of<DeviceEvent.Online>());
        Assert.All(bench.Sent(5).Skip(2), sent => Assert.Equal(0, sent.Command.Control & 4));
    }
}
