using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.Translation;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Makes the lines of a site and their supervisors. Nothing starts.</summary>
/// <param name="between">Stands between each line and the host; only tests put something there.</param>
public sealed class LineFactory(
    EngineQueue queue, FireRelease fire, TimeProvider time, ILoggerFactory logs, Func<IDeviceLine, IDeviceLine>? between = null)
{
    /// <summary>See <see cref="LineSupervisor.Settled"/>.</summary>
    public Action<DeviceEvent.KeySettled>? Settled { get; init; }

    public IReadOnlyList<LineSupervisor> Create(SiteConfiguration site, WiringIndex wiring) =>
    [
        .. site.Lines.Select(definition => new LineSupervisor(
            Line(definition, site), wiring, queue, fire, time, logs.CreateLogger<LineSupervisor>()) { Settled = Settled }),
    ];

    private IDeviceLine Line(LineDefinition definition, SiteConfiguration site)
    {
        var line = DriverCatalog.Create(definition, site.Profiles, time);
        return between is null ? line : between(line);
    }
}
