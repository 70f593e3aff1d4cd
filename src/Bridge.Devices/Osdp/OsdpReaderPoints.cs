using Bridge.Devices.Osdp.Polling;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Osdp;

/// <summary>
/// What a site can wire to an OSDP reader. How many inputs and outputs there are says the reader itself; a site that names one it has not is told so when
/// the reader has answered.
/// </summary>
public sealed class OsdpReaderPoints : IDevicePoints
{
    private OsdpReaderPoints()
    {
    }

    public static OsdpReaderPoints Instance { get; } = new();

    public string Name => "an OSDP reader";

    public IEnumerable<string> PointNames => PeripheralPlan.PointNames;

    public IReadOnlyList<string> InputNames { get; } =
        [PeripheralPlan.Tamper, PeripheralPlan.Power, .. PeripheralPlan.PointNames.Where(name => name.StartsWith(PeripheralPlan.Input, StringComparison.Ordinal))];

    public IReadOnlyList<string> OutputNames { get; } = [.. PeripheralPlan.PointNames.Where(name => PeripheralPlan.OutputOf(name) is not null)];

    public IReadOnlyList<string> IndicatorNames { get; } = [PeripheralPlan.Feedback];

    public string? ReadsName => PeripheralPlan.Reader;

    public PointUse? UseOfInput(string point) => point switch
    {
        PeripheralPlan.Tamper => PointUse.Tamper,
        _ => InputNames.Contains(point) ? PointUse.Any : null,
    };

    // The timed code counts tenths of a second in 16 bits, so the reader ends every pulse that a building can ask for by itself.
    public OutputEligibility CheckLockOutput(string point, TimeSpan releaseTime)
    {
        if (!OutputNames.Contains(point))
        {
            return new OutputEligibility.Refused($"'{point}' is not an output of {Name}; it has {string.Join(", ", OutputNames)}");
        }

        return releaseTime > TimeSpan.Zero && releaseTime <= LockOutputRules.LongestRelease
            ? OutputEligibility.Eligible.Instance
            : new OutputEligibility.Refused($"a release of {releaseTime.TotalSeconds:0.####} s is outside 0.1 s to {LockOutputRules.LongestRelease.TotalSeconds:0} s");
    }
}
