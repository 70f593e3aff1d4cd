namespace Bridge.Devices.Osdp.Polling;

/// <summary>Everything that the order of commands to one reader depends on. A value: the transition table makes the next one.</summary>
internal readonly record struct PeripheralState
{
    public PeripheralPhase Phase { get; init; }

    /// <summary>0 for the first frame after a start, then 1, 2, 3, 1. It belongs to the outstanding command, else to the next one.</summary>
    public byte Sequence { get; init; }

    /// <summary>The frame that was sent last is still to be answered: the next turn repeats it byte for byte.</summary>
    public bool IsOutstanding { get; init; }

    /// <summary>The handshake is done and both ends have the session's keys.</summary>
    public bool InSession { get; init; }

    /// <summary>The handshake that is under way, or was last, is made with this; <see cref="KeyChoices.None"/> when the first choice is as good as any.</summary>
    public KeyChoices Key { get; init; }

    /// <summary>KEYSET has been on the wire in this enrolment: it is not sent again, and the reader may have the pending key.</summary>
    public bool IsKeySent { get; init; }

    public bool UsesChecksum { get; init; }

    public PeripheralFeatures Features { get; init; }

    /// <summary>Sends of the outstanding frame that stayed without a reply.</summary>
    public int Silences { get; init; }

    public int Busies { get; init; }

    public int CheckRefusals { get; init; }

    /// <summary>Failed handshakes and forged frames since the last session that settled.</summary>
    public int Failures { get; init; }

    /// <summary>Sessions that the reader lost, since the last one that settled.</summary>
    public int Restarts { get; init; }

    public int Probes { get; init; }

    /// <summary>When the next turn is due.</summary>
    public TimeSpan Due { get; init; }

    public TimeSpan SentAt { get; init; }

    /// <summary>The latest reply that was believed; the outage is counted from here.</summary>
    public TimeSpan LastAnswer { get; init; }

    public TimeSpan OnlineSince { get; init; }

    /// <summary>No handshake before this moment, whatever happens to the reader meanwhile.</summary>
    public TimeSpan HeldUntil { get; init; }

    /// <summary>The report that the outstanding command brought is not stored yet: the sequence number stands still.</summary>
    public bool AwaitsReceipt { get; init; }

    public TimeSpan ReceiptSince { get; init; }

    /// <summary>The host has been told that the reader waits for its disk.</summary>
    public bool IsToldNotStored { get; init; }

    /// <summary>The host believes the reader to be online.</summary>
    public bool IsToldOnline { get; init; }

    /// <summary>It has been silent for its limit: the next turn is no use.</summary>
    public bool IsGivenUp(TimeSpan now) => IsOutstanding && !IsAway && !IsStart && (Silences > 0 || Busies > 0) && now - LastAnswer >= PeripheralTiming.OfflineAfter;

    /// <summary>It has no session, and the next frame starts anew.</summary>
    public bool IsStart => Phase is PeripheralPhase.Identify or PeripheralPhase.Replaced or PeripheralPhase.SecurityDemanded or PeripheralPhase.Offline;

    /// <summary>Nothing more than an occasional look at it: no command can be done.</summary>
    public bool IsAway => Phase is PeripheralPhase.Held or PeripheralPhase.Replaced or PeripheralPhase.SecurityDemanded or PeripheralPhase.Offline
        or PeripheralPhase.NotEnrolled;
}
