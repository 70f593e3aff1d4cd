namespace Bridge.Simulators.Osdp;

/// <summary>How one OSDP reader of a planned building is set up.</summary>
/// <param name="Key">Its key, 32 hexadecimal digits; null before one was set.</param>
/// <param name="InstallMode">It takes the default key until the first key is set.</param>
/// <param name="RequiresSecurity">Outside a session it says no more than who it is.</param>
/// <param name="BitsPerSecond">Null for the speed of its line, or 9600 where that has none.</param>
/// <param name="KeepsReadsOffline">Reads made while nobody asked are told to whoever comes back.</param>
/// <param name="RepeatsAfterReset">A read that was told and not acknowledged is told again after the link was started anew.</param>
public sealed record OsdpPlan(
    string? Key = null,
    bool InstallMode = false,
    bool RequiresSecurity = false,
    int? BitsPerSecond = null,
    KeypadStyle Keypad = KeypadStyle.WholeEntry,
    bool KeepsReadsOffline = false,
    bool RepeatsAfterReset = false)
{
    private const int UsualSpeed = 9600;

    /// <summary>The profile of the reader with this name: its serial number comes from its name, so that no two are alike.</summary>
    /// <param name="lineSpeed">Bits per second of its line; 0 where that has no limit.</param>
    public ReaderProfile Profile(string id, int lineSpeed)
    {
        var serial = unchecked((int)id.Aggregate(2166136261u, static (hash, letter) => (hash ^ letter) * 16777619u));
        return new ReaderProfile
        {
            Identity = [0xCA, 0xFE, 0x01, 1, 2, .. BitConverter.GetBytes(serial), 1, 16, 3],
            Key = Key is null ? null : Convert.FromHexString(Key),
            InstallMode = InstallMode,
            RequiresSecurity = RequiresSecurity,
            BitsPerSecond = BitsPerSecond ?? (lineSpeed > 0 ? lineSpeed : UsualSpeed),
            Keypad = Keypad,
            KeepsReadsOffline = KeepsReadsOffline,
            RepeatsAfterReset = RepeatsAfterReset,
            Seed = serial,
        };
    }
}
