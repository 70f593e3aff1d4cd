using System.Net;
using Bridge.Devices.Doctor;
using Bridge.Devices.Modbus;
using Bridge.Devices.Modbus.Doctor;
using Bridge.Devices.Tests.Doors;
using Bridge.Devices.Tests.Transport;
using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;
using Bridge.Simulators.Disturbances;
using Bridge.Simulators.Links;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Devices.Tests.Modbus.Doctor;

/// <summary>Finding and measuring simulated units on pseudo-terminals and sockets.</summary>
public sealed class ModbusDoctorTests : IAsyncDisposable
{
    private readonly Surroundings surroundings = new(TimeProvider.System);
    private readonly SlaveLine line;
    private readonly string path = Path.Combine(Path.GetTempPath(), $"accessbridge-modbus-{Environment.ProcessId}-{Path.GetRandomFileName()}");
    private ISlaveLink? link;

    public ModbusDoctorTests()
    {
        line = new SlaveLine("line", surroundings);
        line.Add(new WaveshareRelayBoard("relays", 3, surroundings));
        line.Add(new KeypadLock("lock", 17, surroundings));
    }

    public async ValueTask DisposeAsync()
    {
        if (link is not null)
        {
            await link.DisposeAsync();
        }

        surroundings.Dispose();
    }

    [Theory]
    [InlineData(SlaveFraming.Serial, "a port")]
    [InlineData(SlaveFraming.RtuOverTcp, "a device server")]
    [InlineData(SlaveFraming.ModbusTcp, "Modbus TCP")]
    public void UnitsAreFound(SlaveFraming framing, string why)
    {
        var plan = Plan(framing, [1, 2, 3, 16, 17, 18], 250);
        var found = new List<FoundUnit>();
        var end = new ModbusScan(plan, ByteLinks.Open, TimeProvider.System).Run(found.Add, _ => { }, TestContext.Current.CancellationToken);
        Assert.IsType<SweepEnd.Done>(end);
        Assert.True(found.Select(unit => (int)unit.Unit).SequenceEqual([3, 17]), $"{why}: {string.Join(", ", found)}");
        Assert.All(found, unit => Assert.NotEmpty(unit.Answer));
        Assert.Contains(found, unit => unit.Identity.Length > 0);
    }

    /// <summary>The promise of the verb: it only reads.</summary>
    [Fact]
    public void NothingIsWritten()
    {
        var time = new FakeTimeProvider();
        var functions = new List<byte>();
        var wire = new FakeLink(time);
        wire.OnWrite = frame =>
        {
            functions.Add(frame[1]);
            wire.Arrive(TimeSpan.FromMilliseconds(5), FrameCheck.Close(HonestUnit.Answer(frame[..^2])));
        };
        var found = new List<FoundUnit>();
        new ModbusScan(new ModbusScanPlan([MasterBench.Wire], false, [1, 2, 3], TimeSpan.FromMilliseconds(20)), (_, _, _) => new LinkOpened.Open(wire), time)
            .Run(found.Add, _ => { }, TestContext.Current.CancellationToken);
        Assert.Equal(3, found.Count);
        Assert.Equal([3, 17, 0x2B], functions.Distinct().Order().Select(function => (int)function));
    }

    [Fact]
    public void AnswerTimesAreMeasured()
    {
        line.SetWeather(3, new Weather { Delay = TimeSpan.FromMilliseconds(40) });
        var (end, figures) = new ModbusTimeout(Plan(SlaveFraming.ModbusTcp, [3], 1000), ByteLinks.Open, TimeProvider.System)
            .Run(ModbusTable.HoldingRegisters, 0, 20, _ => { }, TestContext.Current.CancellationToken);
        Assert.IsType<SweepEnd.Done>(end);
        Assert.Equal((20, 0), (figures!.Thinking.Count, figures.Unanswered));
        Assert.InRange(figures.Thinking.Shortest.TotalMilliseconds, 30, 300);
    }

    [Fact]
    public void WhatIsNotAnsweredIsCounted()
    {
        line.SetWeather(3, new Weather { Drop = 0.3 });
        var (_, figures) = new ModbusTimeout(Plan(SlaveFraming.ModbusTcp, [3], 150), ByteLinks.Open, TimeProvider.System)
            .Run(ModbusTable.HoldingRegisters, 0, 40, _ => { }, TestContext.Current.CancellationToken);
        Assert.InRange(figures!.Unanswered, 4, 25);
        Assert.Equal(40, figures.Asked);
    }

    private ModbusScanPlan Plan(SlaveFraming framing, byte[] units, int wait)
    {
        Assert.SkipUnless(framing != SlaveFraming.Serial || OperatingSystem.IsLinux(), "pseudo-terminals are there on Linux only");
        LinkDefinition definition;
        if (framing == SlaveFraming.Serial && OperatingSystem.IsLinux())
        {
            link = new PtySlave(line, path);
            link.Start();
            definition = MasterBench.Wire with { Port = path, Baud = 115200 };
        }
        else
        {
            var server = new TcpSlaveServer(line, new IPEndPoint(IPAddress.Loopback, 0), framing);
            link = server;
            link.Start();
            definition = new LinkDefinition.Tcp("127.0.0.1", server.Port, TimeSpan.FromSeconds(2));
        }

        return new ModbusScanPlan([definition], framing == SlaveFraming.ModbusTcp, units, TimeSpan.FromMilliseconds(wait));
    }
}
