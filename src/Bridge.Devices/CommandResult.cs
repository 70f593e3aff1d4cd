namespace Bridge.Devices;

/// <summary>What became of a command.</summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    /// <summary>The device acknowledged it with a reply that passed every check.</summary>
    public sealed record Confirmed : CommandResult
    {
        public static Confirmed Instance { get; } = new();

        /// <summary>What the device said, for commands that are questions; empty for all others.</summary>
        public ReadOnlyMemory<byte> Reply { get; init; }
    }

    /// <summary>The device answered no (a Modbus exception), or the profile cannot do it: nothing moved.</summary>
    public sealed record Rejected(string Reason) : CommandResult;

    /// <summary>Nothing was sent: the line is down, the queue is full, or the deadline passed first.</summary>
    public sealed record NotSent(string Reason) : CommandResult;

    /// <summary>It was sent and no believable answer came: the lock may or may not have moved. Never send it again by yourself.</summary>
    public sealed record OutcomeUnknown(string Reason) : CommandResult;
}
