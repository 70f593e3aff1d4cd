using Bridge.Devices;
using Bridge.Policy.Doors;
using Bridge.Simulation.Sites;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Oracles;

/// <summary>What the bridge was told, in the order in which it will decide it: the simulation's own record, not the journal's.</summary>
internal abstract record Happening
{
    private Happening()
    {
    }

    /// <param name="Read">The read in plain, where it is one.</param>
    internal sealed record Told(DeviceEvent Event, PresentedCredential? Read) : Happening;

    internal sealed record ModeAsked(string Door, DoorModeRequest Request) : Happening;

    internal sealed record LockoutLifted(string AccessPoint) : Happening;

    internal sealed record FireAcknowledged : Happening;

    internal sealed record Configured(SitePlan Plan) : Happening;

    internal sealed record Started : Happening;
}
