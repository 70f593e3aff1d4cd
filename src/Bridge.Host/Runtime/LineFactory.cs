using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Translation;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Makes a line and its supervisor from its definition.</summary>
public sealed class LineFactory(ProfileCatalog profiles, EngineQueue queue, FireRelease fire, TimeProvider time, ILoggerFactory logs)
{
    public LineSupervisor Create(LineDefinition definition, WiringIndex wiring) => new(
        DriverCatalog.Create(definition, profiles, time), wiring, queue, fire, time, logs.CreateLogger<LineSupervisor>());
}
