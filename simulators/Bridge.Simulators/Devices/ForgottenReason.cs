namespace Bridge.Simulators.Devices;

public enum ForgottenReason
{
    /// <summary>The host moved the read pointer: it says that it has stored the read.</summary>
    Acknowledged,

    /// <summary>The memory was full.</summary>
    Overflow,

    /// <summary>The device restarted and does not keep its memory.</summary>
    Reboot,

    /// <summary>The host started the link anew before it had acknowledged the reply that carried the read.</summary>
    LinkReset,

    /// <summary>Nobody had asked the device for too long.</summary>
    Offline,
}
