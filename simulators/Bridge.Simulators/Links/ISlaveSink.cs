namespace Bridge.Simulators.Links;

/// <summary>Where a session's bytes go.</summary>
public interface ISlaveSink
{
    /// <summary>Callable from any thread, and after the connection's end, when nothing happens.</summary>
    void Send(ReadOnlySpan<byte> bytes);

    /// <summary>The weather has cut the connection, for so long where that means anything.</summary>
    void Cut(TimeSpan time);
}
