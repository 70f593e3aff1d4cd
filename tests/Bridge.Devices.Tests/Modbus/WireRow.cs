namespace Bridge.Devices.Tests.Modbus;

/// <summary>What comes after the question "registers 10 and 11 of unit 1", and what is made of it.</summary>
/// <param name="Segments">As <see cref="MasterBench.PlanBytes"/> reads it.</param>
internal sealed record WireRow(string Why, string Segments, string Result, string Counts);
