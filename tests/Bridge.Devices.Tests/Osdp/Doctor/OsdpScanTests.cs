using Bridge.Devices.Doctor;
using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Tests.Osdp.Polling;
using Bridge.Devices.Transport;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>Finding readers, on a virtual wire where time costs nothing and on pseudo-terminals where speeds matter.</summary>
public sealed class OsdpScanTests
{
    private static readonly byte[] All = [.. Enumerable.Range(0, 127).Select(address => (byte)address)];
    private static readonly LinkDefinition Wire = new LinkDefinition.Serial("/dev/virtual", ReaderBench.Baud, SerialParity.None, 8, 1, false, false, false, false);

    [Fact]
    public void EveryReaderIsFoundWithWhatItIs()
    {
        var bench = new ReaderBench();
        bench.Add(0, isSecure: false, new ReaderProfile { InstallMode = true });
        bench.Add(5);
        bench.Add(126, isSecure: false);
        var found = Scan(bench, All);
        Assert.Equal([0, 5, 126], found.Select(reader => (int)reader.Address));
        Assert.All(found, reader => Assert.Equal(new ReaderIdentity("CA-FE-01", 1, 2, 0x01020304, "1.16.3"), reader.Identity));
        Assert.All(found, reader => Assert.False(reader.IsClash));
        Assert.Contains("8 inputs", found[0].Capabilities);
        Assert.Contains("secure channel (AES-128)", found[0].Capabilities);
        Assert.Equal(SecureOffer.DefaultKey, found[0].Secure);
        Assert.Equal(SecureOffer.OwnKeyOnly, found[1].Secure);
    }

    /// <summary>The promise of the verb: nothing that it sends moves, sets or takes anything.</summary>
    [Fact]
    public void NothingChangesAtAReader()
    {
        var bench = new ReaderBench();
        var open = bench.Add(3, isSecure: false, new ReaderProfile { InstallMode = true });
        open.PresentCard("10111011000000110010000110");
        var waiting = open.WaitingReports;

        // A reader forgets by itself what nobody asked for in eight seconds: the scan is shorter.
        Scan(bench, [2, 3, 4]);
        var sent = bench.Wire.Requests.Select(request => CommandFrame.Read(request.Frame.AsSpan(1))).ToList();
        Assert.All(sent, command => Assert.Contains(command.Code, (byte[])[0x61, 0x62, 0x76]));
        Assert.Contains(sent, command => command.Code == 0x76);
        Assert.Equal(0x61, sent.Last(command => command.Address == 3).Code);
        Assert.Equal((1, 1), (waiting, open.WaitingReports));
        Assert.True(open is { IsInSession: false, HasKey: false, AcceptsDefaultKey: true });
    }

    [Theory]
    [InlineData(190, "the slowest that the standard lets pass")]
    [InlineData(70, "just too late for the first look")]
    [InlineData(0, "at once")]
    public void ASlowReaderIsFoundByItsLateAnswer(int milliseconds, string why)
    {
        var bench = new ReaderBench();
        bench.Add(40, isSecure: false).SetFaults(new ReaderFaults { Delay = 1, DelayBy = TimeSpan.FromMilliseconds(milliseconds) });
        Assert.True(Scan(bench, All) is [{ Address: 40 }], why);
    }

    [Fact]
    public void AnEmptyLineTakesAsLongAsWasSaidAndFindsNobody()
    {
        var bench = new ReaderBench();
        var plan = new OsdpScanPlan([Wire], All, TimeSpan.FromMilliseconds(60));
        Assert.Empty(Scan(bench, All));
        Assert.InRange(bench.Wire.Now / plan.Estimate, 0.9, 1.2);
    }

    [Fact]
    public void WhatWasFoundUntilTheInterruptionStands()
    {
        var bench = new ReaderBench();
        bench.Add(1, isSecure: false);
        bench.Add(9, isSecure: false);
        using var stop = new CancellationTokenSource();
        var found = new List<FoundReader>();
        var end = Run(bench, All, reader =>
        {
            found.Add(reader);
            stop.Cancel();
        }, stop.Token);
        Assert.IsType<SweepEnd.Stopped>(end);
        Assert.Equal(1, Assert.Single(found).Address);
    }

    [Fact]
    public void APulledPlugEndsIt()
    {
        var bench = new ReaderBench();
        bench.Wire.After(TimeSpan.FromSeconds(2), () => bench.Wire.IsLost = true);
        Assert.IsType<SweepEnd.LinkLost>(Run(bench, All, _ => { }, CancellationToken.None));
    }

    [Fact]
    public void NoiseIsNotTakenForAReader()
    {
        var bench = new ReaderBench { Instead = command => command.Address % 20 == 0 ? [0x00, 0x81, 0x07] : null };
        bench.Add(7, isSecure: false);
        Assert.Equal(7, Assert.Single(Scan(bench, All)).Address);
    }

    [Fact]
    public async Task SpeedsAreFoundAndAClashIsSeen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        await using var line = new DoctorLine(DoctorLine.Wire(9600) with { FollowsTerminal = true });
        line.Add(2, 38400, number: 7);
        line.Add(0, 9600, number: 0x5A);
        line.Add(0, 9600, number: 0x33);
        var plan = new OsdpScanPlan([.. ((int[])[115200, 9600, 38400]).Select(line.Link)], [0, 1, 2, 3], TimeSpan.FromMilliseconds(60));
        var found = Scan(plan);
        Assert.Equal([(9600, 0, true), (38400, 2, false)], found.Select(reader => (reader.Baud!.Value, (int)reader.Address, reader.IsClash)));
        Assert.Equal(7u, found[1].Identity!.Serial);
    }

    [Fact]
    public async Task ThroughANetworkTheSameIsFound()
    {
        await using var line = new DoctorLine(DoctorLine.Wire(9600), isSerial: false);
        line.Add(3, 9600, number: 9);
        var found = Scan(new OsdpScanPlan([line.Link(0)], [2, 3, 4], TimeSpan.FromMilliseconds(150)));
        Assert.Equal((null, (byte)3, 9u), (found.Single().Baud, found[0].Address, found[0].Identity!.Serial));
    }

    [Fact]
    public void APortThatCannotBeOpenedIsSaid()
    {
        var end = new OsdpScan(new OsdpScanPlan([Wire], All, TimeSpan.FromMilliseconds(5)), (_, _, _) => new LinkOpened.Failed("no such device"), TimeProvider.System)
            .Run(_ => { }, _ => { }, CancellationToken.None);
        Assert.Equal(new SweepEnd.OpenFailed("no such device", IsInUse: false), end);
    }

    private static List<FoundReader> Scan(OsdpScanPlan plan)
    {
        var found = new List<FoundReader>();
        Assert.IsType<SweepEnd.Done>(new OsdpScan(plan, ByteLinks.Open, TimeProvider.System).Run(found.Add, _ => { }, TestContext.Current.CancellationToken));
        return found;
    }

    private static List<FoundReader> Scan(ReaderBench bench, byte[] addresses)
    {
        var found = new List<FoundReader>();
        Assert.IsType<SweepEnd.Done>(Run(bench, addresses, found.Add, CancellationToken.None));
        return found;
    }

    private static SweepEnd Run(ReaderBench bench, byte[] addresses, Action<FoundReader> found, CancellationToken cancellationToken) =>
        new OsdpScan(new OsdpScanPlan([Wire], addresses, TimeSpan.FromMilliseconds(60)), (_, _, _) => new LinkOpened.Open(bench.Wire), bench.Time)
            .Run(found, _ => { }, cancellationToken);
}
