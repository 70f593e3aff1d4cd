namespace Bridge.Devices.Modbus;

/// <summary>How the length of a reply is known.</summary>
internal enum ReplyShape
{
    /// <summary>The request's first bytes come back, and the length is fixed.</summary>
    Echo,

    /// <summary>A byte count that the request determines.</summary>
    Counted,

    /// <summary>A byte count that only the unit knows (report server id).</summary>
    SelfCounted,

    /// <summary>The object list of a device identification.</summary>
    Identification,
}
