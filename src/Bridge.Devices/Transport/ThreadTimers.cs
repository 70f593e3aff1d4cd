namespace Bridge.Devices.Transport;

/// <summary>How exactly the waits of a thread end.</summary>
internal static class ThreadTimers
{
    private const int SetTimerSlack = 29;
    private const nuint Slack = 1000;

    /// <summary>
    /// For the calling thread: Linux lets a wait last up to 50 µs longer so that timers can be served together, and two idle characters at 115200 bits per
    /// second are 174 µs. Elsewhere it does nothing.
    /// </summary>
    public static void MakeExact()
    {
        if (OperatingSystem.IsLinux())
        {
            // Refused, it stays as it was: late by little, never early.
            _ = LinuxCalls.ControlThread(SetTimerSlack, Slack, 0, 0, 0);
        }
    }
}
