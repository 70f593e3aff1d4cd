namespace Bridge.Devices.Modbus;

/// <summary>A request whose answer is still owed. Until a probe with an unmistakable answer has come back, the next answer may be this one's.</summary>
/// <param name="Function">0: nothing is owed.</param>
/// <param name="Until">The end of the late-reply window.</param>
internal readonly record struct SuspectRequest(byte Function, ushort First, ushort Second, long Until)
{
    public bool IsOwed => Function != 0;
}
