namespace Bridge.Simulators.Clocks;

/// <summary>Something that will happen in a simulated building unless it is cancelled first.</summary>
public sealed class Appointment
{
    private readonly Action _action;

    internal Appointment(Action action, TimeSpan due)
    {
        _action = action;
        Due = due;
    }

    /// <summary>When, counted from the building's start.</summary>
    public TimeSpan Due { get; }

    public bool IsCancelled { get; private set; }

    public void Cancel() => IsCancelled = true;

    internal void Keep() => _action();
}
