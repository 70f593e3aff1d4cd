namespace Bridge.Outbound;

/// <summary>What became of one attempt to connect.</summary>
public abstract record ConnectResult
{
    private ConnectResult()
    {
    }

    /// <param name="ReceiveMaximum">How many unacknowledged messages the other side takes at once (1 to 65535).</param>
    public sealed record Connected(int ReceiveMaximum, bool SessionPresent) : ConnectResult
    {
        /// <summary>The end of validity of the other side's certificate; null without TLS.</summary>
        public DateTimeOffset? CertificateExpires { get; init; }
    }

    /// <summary>
    /// The other side, or our own check of it, said no: credentials, protocol, TLS. Trying again soon will not help; a person must look.
    /// </summary>
    public sealed record Refused(string Reason) : ConnectResult;

    /// <summary>Nobody answered, or the connection was lost on the way. Worth trying again.</summary>
    public sealed record Unreachable(string Reason) : ConnectResult;
}
