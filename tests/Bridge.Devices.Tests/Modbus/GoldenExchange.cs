using Bridge.Devices.Modbus;

namespace Bridge.Devices.Tests.Modbus;

/// <summary>A request and its reply as they stand on a serial line, and the call that makes and reads them.</summary>
/// <param name="Result">What the caller gets, as text.</param>
internal sealed record GoldenExchange(string Why, string Request, string Reply, string Result, Func<ModbusMaster, string> Call)
{
    public bool IsBroadcast => Reply.Length == 0;

    public byte[] RequestBody => Frames.Bytes(Request)[..^2];

    public byte[] ReplyBody => Frames.Bytes(Reply)[..^2];
}
