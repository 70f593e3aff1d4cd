namespace Bridge.Devices.Osdp.Polling;

/// <summary>What is to be done about a transition, in this order.</summary>
[Flags]
internal enum PeripheralActions
{
    None = 0,

    /// <summary>Not the reply that is awaited: listen on until the deadline.</summary>
    KeepListening = 1,

    /// <summary>The reply is believed: deliver what it carries, and tell whoever gave the command.</summary>
    Accept = 2,

    /// <summary>The reader said no to the command that was asked for.</summary>
    RejectCommand = 4,

    /// <summary>The command that was sent will not be answered any more: whether it was done is not known.</summary>
    DoubtCommand = 8,

    /// <summary>Drop the session and wipe its keys; the next frame has sequence number 0.</summary>
    WipeSession = 16,

    SayOnline = 32,

    /// <summary>With the reason that the new state has.</summary>
    SayOffline = 64,

    RemarkUntrusted = 128,

    RemarkReplaced = 256,

    RemarkSecurityDemanded = 512,

    RemarkRestarted = 1024,

    /// <summary>Repeated refusals of the check or of POLL, or of a reader that loses its session again and again.</summary>
    RemarkFault = 2048,

    CountStranger = 4096,

    /// <summary>The reader has proved that it has the pending key: it is the reader's own from now on.</summary>
    ProvePending = 8192,

    /// <summary>The reader has proved that it still has its own key, while there is a pending one that it may have been sent.</summary>
    ProveOwn = 16384,
}
