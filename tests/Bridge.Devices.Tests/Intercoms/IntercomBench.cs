using Bridge.Devices.Intercoms;
using Bridge.Simulators.Clocks;
using Bridge.Simulators.Intercoms;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>A driver with its simulated intercom on virtual time.</summary>
internal abstract class IntercomBench
{
    public const string Panel = "P1";
    public const string Unit = "1203";

    public abstract ISimulatedIntercom Intercom { get; }

    public abstract Surroundings Surroundings { get; }

    /// <summary>The wire tells a refusal, an engaged station and who ended a call.</summary>
    public abstract bool TellsReasons { get; }

    /// <summary>Everything that the host has taken.</summary>
    public abstract List<DeviceEvent> Events { get; }

    public IEnumerable<DeviceEvent.IntercomCall> Calls => Events.OfType<DeviceEvent.IntercomCall>();

    public string Kinds => string.Join(' ', Calls.Select(call => call.Kind));

    /// <summary>Runs the line up to so much later, or to its end.</summary>
    public abstract LineEnd Run(double seconds);

    /// <summary>The cable is pulled out so much later.</summary>
    public abstract void LoseLinkAfter(double seconds);

    /// <summary>Something happens so much later, in the building.</summary>
    public void After(double seconds, Action action) => Surroundings.After(TimeSpan.FromSeconds(seconds), action);

    public int Count(IntercomCallKind kind) => Calls.Count(call => call.Kind == kind);

    public IntercomEndReason? EndReason() => Calls.Last(call => call.Kind == IntercomCallKind.Ended).Reason;
}
