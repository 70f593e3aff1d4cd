namespace Bridge.Simulators.Links;

/// <summary>The way into a bus: a listening socket or a pseudo-terminal.</summary>
public interface ISlaveLink : IAsyncDisposable
{
    ISlaveBus Bus { get; }

    /// <summary>The bus of a Modbus link; <see cref="InvalidOperationException"/> on any other.</summary>
    SlaveLine Line => Bus as SlaveLine ?? throw new InvalidOperationException($"{Bus.Id} is no Modbus line.");

    /// <summary>What the host is to be told: host:port, or the path of the terminal. Known after <see cref="Start"/> and the same after a replug.</summary>
    string Address { get; }

    bool IsPlugged { get; }

    void Start();

    /// <summary>Pulls the cable: connections end, a terminal disappears.</summary>
    void Unplug();

    /// <summary>Puts it back under the same address.</summary>
    void Replug();
}
