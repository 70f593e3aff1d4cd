namespace Bridge.Devices.Doors;

/// <summary>How a line with nothing to do waits for its next poll or for somebody to wake it. The tests' one runs on virtual time.</summary>
internal interface IIdleWait
{
    /// <summary>Returns when woken (also by a wake that came before), or after <paramref name="atMost"/>.</summary>
    void Wait(TimeSpan atMost);

    /// <summary>From any thread.</summary>
    void Wake();
}
