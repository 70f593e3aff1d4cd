using Bridge.Devices;

namespace Bridge.Host.Runtime;

/// <summary>A read that its device may forget once the turn is on disk.</summary>
public readonly record struct ReadReceipt(PointId Source, uint Number);
