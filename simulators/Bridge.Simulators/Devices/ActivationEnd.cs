namespace Bridge.Simulators.Devices;

/// <summary>What ended an activation.</summary>
public enum ActivationEnd
{
    /// <summary>The device's own timer.</summary>
    Timer,

    /// <summary>A command of the host.</summary>
    Command,

    /// <summary>The device had not been asked for too long.</summary>
    Watchdog,

    Reboot,

    /// <summary>One of the device's own inputs.</summary>
    Input,
}
