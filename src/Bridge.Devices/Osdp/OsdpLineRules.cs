using Bridge.Devices.Osdp.Cards;
using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Osdp.Security;
using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp;

/// <summary>What must hold of a line of OSDP readers.</summary>
internal static class OsdpLineRules
{
    /// <summary>Slower, and the reader gives its session up between two polls.</summary>
    private static readonly TimeSpan SlowestPoll = TimeSpan.FromSeconds(2);

    /// <summary>Less than an exchange takes at any speed: the wire sets the pace.</summary>
    private static readonly TimeSpan FastestPoll = TimeSpan.FromMilliseconds(1);

    private static readonly int[] Speeds = [9600, 19200, 38400, 57600, 115200, 230400, 460800];

    public static bool IsSpeed(int bitsPerSecond) => Speeds.Contains(bitsPerSecond);

    public static IEnumerable<string> Problems(LineDefinition line) =>
        [.. LineProblems(line), .. line.Devices.SelectMany(DeviceProblems), .. SharedKeys(line)];

    private static IEnumerable<string> LineProblems(LineDefinition line)
    {
        if (line.Link is LinkDefinition.Serial serial)
        {
            if (!Speeds.Contains(serial.Baud))
            {
                yield return $"line {line.Line}: {serial.Baud} is no OSDP speed; there are {string.Join(", ", Speeds)}";
            }

            if (serial is not { Parity: SerialParity.None, DataBits: 8, StopBits: 1 })
            {
                yield return $"line {line.Line}: OSDP is 8 data bits, no parity, 1 stop bit";
            }
        }
    }

    private static IEnumerable<string> DeviceProblems(DeviceDefinition device)
    {
        if (device.Unit > FrameLayout.HighestAddress)
        {
            yield return $"device {device.Device}: an OSDP address is 0 to {FrameLayout.HighestAddress}";
        }

        if (device.PollInterval < FastestPoll || device.PollInterval > SlowestPoll)
        {
            yield return $"device {device.Device}: poll interval must be {FastestPoll.TotalMilliseconds:0} ms to {SlowestPoll.TotalSeconds:0} s";
        }

        foreach (var point in device.Points.Where(point => !PeripheralPlan.PointNames.Contains(point.Point)))
        {
            yield return $"device {device.Device}: an OSDP reader has no point '{point.Point}'; it has {string.Join(", ", PeripheralPlan.PointNames)}";
        }

        if (device.Keypad.Problem is { } keypad)
        {
            yield return $"device {device.Device}: {keypad}";
        }

        if (CardFormats.Problem(device.CardFormats) is { } formats)
        {
            yield return $"device {device.Device}: {formats}";
        }

        foreach (var problem in SecurityProblems(device))
        {
            yield return $"device {device.Device}: {problem}";
        }
    }

    private static IEnumerable<string> SecurityProblems(DeviceDefinition device)
    {
        if (device.Osdp is not { } security)
        {
            yield return "its key is missing; a reader without one must be said to be in clear";
            yield break;
        }

        if (security.ClientId.Length is not (0 or OsdpSecurity.ClientIdLength) || security.Identity.Length is not (0 or OsdpSecurity.IdentityLength))
        {
            yield return $"an identity is {OsdpSecurity.IdentityLength} bytes and a client id {OsdpSecurity.ClientIdLength}";
        }

        if (!security.Secure)
        {
            if (!security.Key.IsEmpty || !security.PendingKey.IsEmpty)
            {
                yield return "it has a key and is said to be in clear: one of the two is a mistake";
            }

            yield break;
        }

        foreach (var key in (ReadOnlyMemory<byte>[])[security.Key, security.PendingKey])
        {
            if (!key.IsEmpty && KeyRules.Judge(key.Span) is var weakness and not KeyWeakness.None)
            {
                yield return $"its key is refused: {weakness}";
            }
        }
    }

    /// <summary>Who takes one reader from its wall would have the key of the other.</summary>
    private static IEnumerable<string> SharedKeys(LineDefinition line)
    {
        var secure = line.Devices.Where(device => device.Osdp is { Secure: true, Key.Length: OsdpSecurity.KeyLength }).ToList();
        var keys = secure.Select(device => ReaderKey.From(device.Osdp!.Key.Span)).ToList();
        var shared = KeyRules.FindShared(keys);
        keys.ForEach(key => key.Dispose());
        if (shared is { } both)
        {
            yield return $"line {line.Line}: {secure[both.First].Device} and {secure[both.Second].Device} have the same key";
        }
    }
}
