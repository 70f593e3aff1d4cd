using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>One reader as the site has it, made ready for polling.</summary>
internal sealed class PeripheralPlan(DeviceDefinition definition)
{
    public const string Reader = "reader";
    public const string Feedback = "feedback";
    public const string Tamper = "tamper";
    public const string Power = "power";
    public const string Input = "input";
    public const string Output = "output";
    public const int MostPoints = 8;

    public static IReadOnlyList<string> PointNames { get; } =
    [
        Reader, Feedback, Tamper, Power,
        .. Enumerable.Range(1, MostPoints).Select(number => $"{Input}{number}"),
        .. Enumerable.Range(1, MostPoints).Select(number => $"{Output}{number}"),
    ];

    public DeviceDefinition Definition { get; } = definition;

    public DeviceId Device => Definition.Device;

    /// <summary>Where it answers: the site's address, or the one that a person has given it since.</summary>
    public byte Address { get; set; } = definition.Unit;

    /// <summary>The speed that a person has given it since; null for the line's.</summary>
    public int? Speed { get; set; }

    public OsdpSecurity Security { get; } =
        definition.Osdp ?? throw new ArgumentException($"{definition.Device}: nothing is said of its secure channel", nameof(definition));

    public bool IsSecure => Security.Secure;

    /// <summary>Copies of the reader's keys, which belong to the caller.</summary>
    public KeyRing Keys() => new(Copy(Security.Key), Copy(Security.PendingKey));

    public PointId Id(string point) => new(Device, point);

    /// <summary>The number of an output from 0, as the wire counts; null when the point is none.</summary>
    public static byte? OutputOf(string point)
    {
        for (var number = 1; number <= MostPoints; number++)
        {
            if (point.Length == Output.Length + 1 && point.StartsWith(Output, StringComparison.Ordinal) && point[^1] == '0' + number)
            {
                return (byte)(number - 1);
            }
        }

        return null;
    }

    private static ReaderKey? Copy(ReadOnlyMemory<byte> key) => key.IsEmpty ? null : ReaderKey.From(key.Span);
}
