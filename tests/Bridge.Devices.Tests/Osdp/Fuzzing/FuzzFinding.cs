namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>Something that must not be: what a worker says when what it tries is wrong and does not throw by itself.</summary>
internal sealed class FuzzFinding(string what) : Exception(what);
