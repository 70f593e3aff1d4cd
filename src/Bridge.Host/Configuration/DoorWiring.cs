using Bridge.Devices;
using Bridge.Policy;

namespace Bridge.Host.Configuration;

/// <summary>
/// The points of one door. After polarity they mean: lock output on = released, lock sensor on = locked, contact on = open, request to exit
/// on = pressed, tamper on = tampered.
/// </summary>
public sealed record DoorWiring(
    DoorId Door,
    DoorName Name,
    PointId Lock,
    PointId? LockSensor,
    PointId? Contact,
    PointId? RequestToExit,
    PointId? Tamper);
