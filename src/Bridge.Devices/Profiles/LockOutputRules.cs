using static Bridge.Devices.Profiles.OutputEligibility;

namespace Bridge.Devices.Profiles;

/// <summary>The rules for an output that releases a lock: it must end by itself when the host is gone, and within a time that a building can live with.</summary>
public static class LockOutputRules
{
    /// <summary>The longest release that is accepted; longer openings are a door mode, not a pulse.</summary>
    public static TimeSpan LongestRelease { get; } = TimeSpan.FromSeconds(30);

    public static OutputEligibility Check(DeviceProfile profile, string point, TimeSpan releaseTime)
    {
        if (profile.FindOutput(point) is not { } output)
        {
            return new Refused($"'{point}' is not an output of {profile.Name}; it has {Names(profile)}");
        }

        if (releaseTime <= TimeSpan.Zero || releaseTime > LongestRelease)
        {
            return new Refused($"a release of {Seconds(releaseTime)} is outside 0.1 s to {Seconds(LongestRelease)}");
        }

        return output.SelfEnding switch
        {
            SelfEnding.None => new Refused($"{profile.Name} cannot end a pulse at {point} by itself: if the host stops, the lock stays released. "
                + "Use an output with a device-timed pulse, or put a timer relay behind it and say so in a profile of your own (selfEnding externalTimer)"),
            SelfEnding.DeviceTimedPulse => CheckTimed(profile, output, releaseTime),
            SelfEnding.DeviceWatchdog => CheckWatchdog(profile, output),
            SelfEnding.ExternalTimer => Eligible.Instance,
        };
    }

    private static OutputEligibility CheckTimed(DeviceProfile profile, OutputProfile output, TimeSpan releaseTime) => output.Pulse switch
    {
        PulseTiming.CoilValue timing => CheckUnits(profile, output, timing.Units, releaseTime),
        PulseTiming.RegisterValue timing => CheckUnits(profile, output, timing.Units, releaseTime),
        PulseTiming.LengthThenStart timing => CheckUnits(profile, output, timing.Units, releaseTime),
        PulseTiming.FixedLength => Eligible.Instance,
        _ => new Refused($"{profile.Name} says that the device times {output.Name}, but only switches it on"),
    };

    private static OutputEligibility CheckUnits(DeviceProfile profile, OutputProfile output, PulseUnits units, TimeSpan releaseTime) =>
        units.From(releaseTime) is null
            ? new Refused($"{profile.Name} counts at most {Seconds(units.Longest)} at {output.Name}; {Seconds(releaseTime)} is asked for")
            : Eligible.Instance;

    private static OutputEligibility CheckWatchdog(DeviceProfile profile, OutputProfile output) =>
        output.Watchdog is { } limit && limit <= LongestRelease
            ? Eligible.Instance
            : new Refused($"{profile.Name} has no watchdog of at most {Seconds(LongestRelease)} at {output.Name}");

    private static string Names(DeviceProfile profile) =>
        profile.Outputs.Count == 0 ? "no outputs" : string.Join(", ", profile.Outputs.Select(output => output.Name));

    private static string Seconds(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.####} s");
}
