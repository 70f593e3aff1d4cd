using Bridge.Devices;

namespace Bridge.Host.Runtime;

/// <summary>Something that its device may forget once the turn is on disk.</summary>
public readonly record struct ReadReceipt(PointId Source, uint Number)
{
    /// <summary>Null for what no device keeps.</summary>
    public static ReadReceipt? Of(DeviceEvent told) => told switch
    {
        DeviceEvent.CredentialRead read => new ReadReceipt(read.Point, read.Number),
        DeviceEvent.IntercomCall { Number: not 0 } call => new ReadReceipt(call.Panel, call.Number),
        DeviceEvent.IntercomHealth { Number: not 0 } health => new ReadReceipt(health.Panel, health.Number),
        _ => null,
    };
}
