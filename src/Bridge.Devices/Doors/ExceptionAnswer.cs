namespace Bridge.Devices.Doors;

/// <summary>What a Modbus exception says of a command (Modbus application protocol 1.1b3, section 7).</summary>
internal static class ExceptionAnswer
{
    public static CommandResult Of(byte code) => code switch
    {
        1 => new CommandResult.Rejected("exception 1: the device does not know this function"),
        2 => new CommandResult.Rejected("exception 2: the device has no such address"),
        3 => new CommandResult.Rejected("exception 3: the device does not take this value"),
        // The device failed while doing it, is still at it, or did not answer its gateway: it may have moved.
        4 => new CommandResult.OutcomeUnknown("exception 4: the device failed while doing it"),
        5 => new CommandResult.OutcomeUnknown("exception 5: the device is still doing it"),
        6 => new CommandResult.Rejected("exception 6: the device is busy"),
        10 => new CommandResult.Rejected("exception 10: the gateway has no way to the device"),
        11 => new CommandResult.OutcomeUnknown("exception 11: the device did not answer its gateway"),
        _ => new CommandResult.Rejected($"exception {code}"),
    };
}
