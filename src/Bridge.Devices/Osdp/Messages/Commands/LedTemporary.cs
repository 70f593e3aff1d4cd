namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>What becomes of the temporary light of a LED.</summary>
internal enum LedTemporary : byte
{
    NoChange = 0,

    /// <summary>Back to the permanent light now.</summary>
    Cancel = 1,
    Set = 2,
}
