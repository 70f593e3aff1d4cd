namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>Tests that measure the memory of the process: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryAlone
{
    public const string Name = "memory alone";
}
