using Bridge.Devices;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <param name="Source">The event memory that the reads come from.</param>
/// <param name="Indicator">Where feedback is shown; null where the reader has no indicator of its own.</param>
public sealed record AccessPointWiring(AccessPointId AccessPoint, PointId Source, PointId? Indicator);
