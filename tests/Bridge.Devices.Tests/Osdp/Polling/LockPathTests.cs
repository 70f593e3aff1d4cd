using System.Buffers.Binary;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>
/// Everything that the host can ask of a reader, and what then goes out to its outputs: on only with the code that the reader ends by itself (5), off with the
/// code that ends it now (1).
/// </summary>
public sealed class LockPathTests(ITestOutputHelper output)
{
    private const byte TemporaryOn = 5;
    private const byte PermanentOffNow = 1;

    /// <summary>Refused before it reaches the wire: nobody is sent away in the middle of this.</summary>
    private const byte NoAddress = 127;

    private static readonly byte[] Vendor = [0xCA, 0xFE, 0x01, 0x10];
    private static readonly TimeSpan[] Times = [TimeSpan.FromMilliseconds(-1), TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(3), TimeSpan.FromHours(1), TimeSpan.FromHours(2)];
    private static readonly string[] Points = ["output1", "feedback", "reader", "tamper", "output9"];

    [Fact]
    public void Only_the_timed_code_switches_an_output_on()
    {
        var bench = new ReaderBench();
        bench.Add(5, isSecure: false);
        var commands = Commands().ToList();
        for (var number = 0; number < commands.Count; number++)
        {
            var command = commands[number];
            bench.After(2 + (0.5 * number), () => bench.Execute(command));
        }

        // And a break with everything that is restored after it.
        bench.After(3 + (0.5 * commands.Count), () => bench.Unplugged.Add(5));
        bench.After(15 + (0.5 * commands.Count), () => bench.Unplugged.Remove(5));
        bench.Run(40 + (0.5 * commands.Count));

        var outs = bench.Sent(5).Where(sent => sent.Command.Code == 0x68).Select(sent => sent.Command.Data.ToArray()).ToList();
        var on = outs.FindAll(data => data[1] == TemporaryOn && BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(2)) > 0);
        var off = outs.FindAll(data => data[1] == PermanentOffNow);
        output.WriteLine($"{commands.Count} commands, {outs.Count} OUT: {on.Count} timed, {off.Count} off");
        Assert.Equal(outs.Count, on.Count + off.Count);
        Assert.Equal((3, 1), (on.Count, off.Count));
    }

    /// <summary>Every kind of command at every kind of point; a new kind must say here what it is.</summary>
    private static IEnumerable<DeviceCommand> Commands() =>
        from kind in typeof(DeviceCommand).GetNestedTypes().Where(kind => kind.IsAssignableTo(typeof(DeviceCommand)))
        from point in Points
        from time in kind == typeof(DeviceCommand.Pulse) ? Times : [TimeSpan.Zero]
        select Command(kind, ReaderBench.Point(5, point), time);

    private static DeviceCommand Command(Type kind, PointId point, TimeSpan time) =>
        kind == typeof(DeviceCommand.Pulse) ? new DeviceCommand.Pulse(point, time)
        : kind == typeof(DeviceCommand.SwitchOff) ? new DeviceCommand.SwitchOff(point)
        : kind == typeof(DeviceCommand.Indicate) ? new DeviceCommand.Indicate(point, "accessGranted")
        : kind == typeof(DeviceCommand.PassOn) ? new DeviceCommand.PassOn(point, Vendor)
        : kind == typeof(DeviceCommand.SetCommunication) ? new DeviceCommand.SetCommunication(point, NoAddress, 9600)
        : kind == typeof(DeviceCommand.Dial) ? new DeviceCommand.Dial(point, "1203")
        : kind == typeof(DeviceCommand.HangUp) ? new DeviceCommand.HangUp(point, "17")
        : throw new InvalidOperationException($"{kind.Name} is new: what does it do to an output?");
}
