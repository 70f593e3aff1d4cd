namespace Bridge.Devices.Intercoms;

/// <summary>A call that has started and not ended.</summary>
/// <param name="Until">When its watchdog ends it, on the line's clock.</param>
internal sealed record OpenCall(string Panel, string? Unit, string CallId, IntercomPhase Phase, TimeSpan Until);
