namespace Bridge.Devices.Osdp.Polling;

/// <summary>A read that the host has not stored yet.</summary>
/// <param name="ReadAt">On the line's clock.</param>
/// <param name="Stamp">What the event carries.</param>
/// <param name="LongestAge">How old it can have been when it came: since the reader was last seen to have nothing.</param>
internal sealed record WaitingCredential(CredentialData Credential, uint Number, TimeSpan ReadAt, long Stamp, TimeSpan LongestAge, bool QueuedWhileOffline)
{
    public bool IsOffered { get; set; }
}
