using Bridge.Simulators.Building;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>The OSDP readers' habits that differ from maker to maker (see the reader's profile in the simulators), and their line.</summary>
internal sealed record ReaderHabits(bool RepeatsAfterReset = false, bool KeepsReadsOffline = false, int BitsPerSecond = 38400)
{
    /// <summary>The same building with readers of this kind.</summary>
    public WorldPlan In(WorldPlan plan) => plan with { Lines = [.. plan.Lines.Select(In)] };

    private LinePlan In(LinePlan line) => line.Pace is null ? line : line with
    {
        Pace = line.Pace with { BitsPerSecond = BitsPerSecond },
        Devices = [.. line.Devices.Select(In)],
    };

    private DevicePlan In(DevicePlan device) => device with
    {
        Osdp = device.Osdp! with { RepeatsAfterReset = RepeatsAfterReset, KeepsReadsOffline = KeepsReadsOffline },
    };
}
