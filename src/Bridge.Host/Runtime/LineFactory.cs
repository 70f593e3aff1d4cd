using Bridge.Devices;
using Bridge.Host.Configuration;
using Bridge.Host.Translation;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Makes the lines of a site and their supervisors. Nothing starts.</summary>
public sealed class LineFactory(EngineQueue queue, FireRelease fire, TimeProvider time, ILoggerFactory logs)
{
    public IReadOnlyList<LineSupervisor> Create(SiteConfiguration site, WiringIndex wiring) =>
    [
        .. site.Lines.Select(definition => new LineSupervisor(
            DriverCatalog.Create(definition, site.Profiles, time), wiring, queue, fire, time, logs.CreateLogger<LineSupervisor>())),
    ];
}
