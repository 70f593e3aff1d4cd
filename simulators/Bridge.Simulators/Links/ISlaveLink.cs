namespace Bridge.Simulators.Links;

/// <summary>The way into a <see cref="SlaveLine"/>: a listening socket or a pseudo-terminal.</summary>
public interface ISlaveLink : IAsyncDisposable
{
    SlaveLine Line { get; }

    /// <summary>What the host is to be told: host:port, or the path of the terminal. Known after <see cref="Start"/> and the same after a replug.</summary>
    string Address { get; }

    bool IsPlugged { get; }

    void Start();

    /// <summary>Pulls the cable: connections end, a terminal disappears.</summary>
    void Unplug();

    /// <summary>Puts it back under the same address.</summary>
    void Replug();
}
