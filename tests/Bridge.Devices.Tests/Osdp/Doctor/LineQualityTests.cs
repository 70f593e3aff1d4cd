using Bridge.Devices.Osdp.Doctor;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>Every trouble is made by the simulator and found on a real pseudo-terminal at the speed of a wire; a healthy line is called healthy.</summary>
public sealed class LineQualityTests(ITestOutputHelper output)
{
    private const int Baud = 19200;
    private const int Asks = 40;

    public static TheoryData<string, ReaderFaults, LinePace, LineTrouble[]> Table => new()
    {
        { "a healthy line", ReaderFaults.None, DoctorLine.Wire(Baud), [] },
        { "a healthy line with marks, as some readers send them", new ReaderFaults { Marks = 3 }, DoctorLine.Wire(Baud), [] },
        { "an adapter that hears itself", new ReaderFaults { Echo = 1 }, DoctorLine.Wire(Baud), [LineTrouble.Echo] },
        { "reflections: wrong checks", new ReaderFaults { CorruptCheck = 0.2 }, DoctorLine.Wire(Baud), [LineTrouble.DamagedReplies] },
        { "reflections: replies that break off", new ReaderFaults { Truncate = 0.2 }, DoctorLine.Wire(Baud), [LineTrouble.DamagedReplies] },
        { "nobody holds the line at rest", new ReaderFaults { NoiseBefore = 0.5 }, DoctorLine.Wire(Baud), [LineTrouble.FloatingLine] },
        { "a driver that lets go late", new ReaderFaults { ExtraBytes = 0.5 }, DoctorLine.Wire(Baud), [LineTrouble.FloatingLine] },
        { "two devices that answer one after the other", new ReaderFaults { Duplicate = 0.3 }, DoctorLine.Wire(Baud), [LineTrouble.AddressClash] },
        { "a device that answers under another address", new ReaderFaults { WrongAddress = 0.2 }, DoctorLine.Wire(Baud), [LineTrouble.WrongAddress] },
        { "a loose wire", new ReaderFaults { Drop = 0.2 }, DoctorLine.Wire(Baud), [LineTrouble.LostReplies] },
        { "a reader that hears badly", new ReaderFaults { Refuse = new Dictionary<byte, byte> { [0x64] = 1 } }, DoctorLine.Wire(Baud), [LineTrouble.DamagedCommands] },
        { "a reader that is busy", new ReaderFaults { Busy = -1 }, DoctorLine.Wire(Baud), [LineTrouble.Busy] },
        { "a slow reader", ReaderFaults.None, DoctorLine.Wire(Baud, turnaround: 120), [LineTrouble.SlowReader] },
        { "an adapter that waits 16 ms", ReaderFaults.None, DoctorLine.Wire(Baud, turnaround: 16) with { BytesTogether = 1440 }, [LineTrouble.SlowAdapter] },
    };

    [Theory, MemberData(nameof(Table))]
    public async Task ATroubleIsNamed(string why, ReaderFaults faults, LinePace pace, LineTrouble[] troubles)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var line = new DoctorLine(pace);
        line.Add(5, Baud).SetFaults(faults);
        Expect(why, line.Measure(Baud, 5, Asks, TestContext.Current.CancellationToken), troubles);
    }

    [Fact]
    public async Task TwoReadersThatSpeakAtOnceAreAnAddressClash()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var line = new DoctorLine(DoctorLine.Wire(Baud));
        line.Add(0, Baud, number: 0x5A);
        line.Add(0, Baud, number: 0x33);
        Expect("two new readers, both with address 0", line.Measure(Baud, 0, Asks, TestContext.Current.CancellationToken), [LineTrouble.AddressClash]);
    }

    [Fact]
    public async Task NobodyAtTheAddressIsSaid()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var line = new DoctorLine(DoctorLine.Wire(Baud));
        line.Add(5, Baud);
        Expect("the reader has another address", line.Measure(Baud, 6, 10, TestContext.Current.CancellationToken), [LineTrouble.NobodyAnswers]);
    }

    [Theory]
    [InlineData(0, 0, "healthy")]
    [InlineData(0.2, 1, "damaged")]
    public async Task ThroughANetworkTheSameIsFound(double corrupt, int troubles, string why)
    {
        await using var line = new DoctorLine(DoctorLine.Wire(38400), isSerial: false);
        line.Add(1, 38400).SetFaults(new ReaderFaults { CorruptCheck = corrupt });
        Expect(why, line.Measure(38400, 1, Asks, TestContext.Current.CancellationToken), [.. Enumerable.Repeat(LineTrouble.DamagedReplies, troubles)]);
    }

    private void Expect(string why, QualityFigures figures, LineTrouble[] troubles)
    {
        var findings = LineDiagnosis.Of(figures);
        output.WriteLine($"{why}: {figures}");
        foreach (var finding in findings)
        {
            output.WriteLine($"  {finding.Trouble}: {finding.Seen}");
        }

        Assert.True(troubles.SequenceEqual(findings.Select(finding => finding.Trouble)), $"{why}: {string.Join(", ", findings.Select(finding => finding.Trouble))}; {figures}");
    }
}
