using Bridge.Devices.Profiles;

namespace Bridge.Devices;

/// <summary>What a site can wire to a device: its inputs, its outputs, its memory of reads and its indicators, each by name.</summary>
public interface IDevicePoints
{
    /// <summary>What kind of device it is, for messages.</summary>
    string Name { get; }

    IEnumerable<string> PointNames { get; }

    IReadOnlyList<string> InputNames { get; }

    IReadOnlyList<string> OutputNames { get; }

    IReadOnlyList<string> IndicatorNames { get; }

    /// <summary>Where its card and PIN reads come from; null when it has no reader.</summary>
    string? ReadsName { get; }

    /// <summary>What the device's maker has wired to an input; null when the point is no input.</summary>
    PointUse? UseOfInput(string point);

    /// <summary>Whether <paramref name="point"/> may release a lock for <paramref name="releaseTime"/>.</summary>
    OutputEligibility CheckLockOutput(string point, TimeSpan releaseTime);
}
