namespace Bridge.Host;

/// <summary>The journal opened, but the state that it tells cannot be had from it. The start ends: a guess could open doors that were locked down.</summary>
public sealed class JournalUnusableException : Exception
{
    public JournalUnusableException(string reason)
        : base(reason)
    {
    }

    public JournalUnusableException(string reason, Exception cause)
        : base(reason, cause)
    {
    }
}
