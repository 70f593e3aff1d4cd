namespace Bridge.Simulators.Links;

/// <summary>Where a session's bytes go.</summary>
public interface ISlaveSink
{
    /// <summary>The speed that the host has set its port to; null where a port has none.</summary>
    int? BitsPerSecond => null;

    /// <summary>Callable from any thread, and after the connection's end, when nothing happens.</summary>
    void Send(ReadOnlySpan<byte> bytes);

    /// <summary>The weather has cut the connection, for so long where that means anything.</summary>
    void Cut(TimeSpan time);
}
