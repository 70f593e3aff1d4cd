namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>Where a faulty channel throws.</summary>
public enum FaultyStep
{
    Connect,
    State,
    Deliver,
}
