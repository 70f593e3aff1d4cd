namespace Bridge.Devices.Modbus;

/// <summary>Who must wait after a unit failed to answer in time (serial framings only; on TCP the transaction id sorts late replies out).</summary>
public enum QuarantineScope
{
    /// <summary>Nobody is asked until the late-reply window is over: a late answer cannot collide with another unit's on the wire.</summary>
    Line,

    /// <summary>
    /// Only the silent unit waits. A late answer is told apart from a neighbour's by its unit address, but may collide with it on the wire and cost
    /// that one transaction. Right where a slow unit must not delay its neighbours.
    /// </summary>
    Unit,
}
