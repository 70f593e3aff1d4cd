namespace Bridge.Simulators.Links;

/// <summary>One connection to a bus: bytes in here, bytes out by its sink.</summary>
public interface ISlaveSession
{
    void Receive(ReadOnlySpan<byte> bytes);

    /// <summary>The connection is over.</summary>
    void End();
}
