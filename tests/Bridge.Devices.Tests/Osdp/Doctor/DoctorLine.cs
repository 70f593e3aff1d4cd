using System.Net;
using Bridge.Devices.Osdp.Doctor;
using Bridge.Devices.Transport;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Links;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Lines;

namespace Bridge.Devices.Tests.Osdp.Doctor;

/// <summary>Simulated readers on a pseudo-terminal or a socket, at the speed of a wire, for the doctor to look at.</summary>
internal sealed class DoctorLine : IAsyncDisposable
{
    private readonly Surroundings _surroundings = new(TimeProvider.System);
    private readonly ISlaveLink _link;
    private readonly OsdpLine _bus;
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"accessbridge-doctor-{Environment.ProcessId}-{Path.GetRandomFileName()}");

    public DoctorLine(LinePace pace, bool isSerial = true)
    {
        _bus = new OsdpLine("line", _surroundings) { Pace = pace };
        _link = isSerial && OperatingSystem.IsLinux() ? new PtySlave(_bus, _path) : new TcpSlaveServer(_bus, new IPEndPoint(IPAddress.Loopback, 0), SlaveFraming.RtuOverTcp);
        _link.Start();
    }

    public static LinePace Wire(int baud, double turnaround = 3) =>
        new() { BitsPerSecond = baud, Turnaround = TimeSpan.FromMilliseconds(turnaround), BytesTogether = 1 };

    public LinkDefinition Link(int baud) => _link is TcpSlaveServer server
        ? new LinkDefinition.Tcp("127.0.0.1", IPEndPoint.Parse(server.Address).Port, TimeSpan.FromSeconds(2))
        : new LinkDefinition.Serial(_path, baud, SerialParity.None, 8, 1, Rs485: false, LocalEcho: false, Dtr: false, Rts: false);

    /// <param name="number">The last byte of its serial number.</param>
    public OsdpReader Add(byte address, int baud, byte number = 1, ReaderProfile? profile = null)
    {
        var made = (profile ?? new ReaderProfile()) with { BitsPerSecond = baud, Seed = number, Identity = [0xCA, 0xFE, 0x01, 1, 2, number, 0, 0, 0, 1, 16, 3] };
        var reader = new OsdpReader($"reader{address}-{number}", address, _surroundings, made);
        _bus.Add(reader);
        return reader;
    }

    public QualityFigures Measure(int baud, byte address, int asks, CancellationToken cancellationToken)
    {
        QualityFigures? figures = null;
        var end = new OsdpQuality(Link(baud), ByteLinks.Open, TimeProvider.System).Run([address], asks, found => figures = found, _ => { }, cancellationToken);
        Assert.IsType<Devices.Doctor.SweepEnd.Done>(end);
        return figures!;
    }

    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        _surroundings.Dispose();
    }
}
