namespace Bridge.Simulators.Intercoms;

/// <summary>A lobby intercom with its panels at the doors and its stations in the units.</summary>
public interface ISimulatedIntercom
{
    string Id { get; }

    Switchboard Board { get; }

    void SetFaults(IntercomFaults faults);

    /// <summary>Somebody takes the panel off its wall, or puts it back.</summary>
    void SetTamper(string panel, bool on);

    /// <summary>A power cut: every call is gone, and nobody tells its end.</summary>
    void Restart();
}
