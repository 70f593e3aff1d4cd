namespace Bridge.Simulators.Tests.Osdp;

/// <summary>Tests that measure: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneWithTime
{
    public const string Name = "alone with time";
}
