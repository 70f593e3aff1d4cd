namespace Bridge.Journal.Register;

/// <summary>The result of one attempt to read the pepper.</summary>
public abstract record PepperOpened
{
    private PepperOpened()
    {
    }

    /// <param name="Pepper">32 bytes. A secret.</param>
    public sealed record Ready(byte[] Pepper) : PepperOpened
    {
        public override string ToString() => nameof(Ready);
    }

    public sealed record Missing : PepperOpened;

    public sealed record Refused(string Reason) : PepperOpened;
}
