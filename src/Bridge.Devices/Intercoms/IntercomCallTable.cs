using Kind = Bridge.Devices.Intercoms.IntercomCallKind;
using Phase = Bridge.Devices.Intercoms.IntercomPhase;

namespace Bridge.Devices.Intercoms;

/// <summary>The life of one call: the same for every driver.</summary>
internal static class IntercomCallTable
{
    /// <summary>What the panels' own limits come to; a call that has had no news for so long has lost its end.</summary>
    private static readonly TimeSpan LongestRinging = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestTalking = TimeSpan.FromSeconds(180);

    /// <summary>
    /// Where a message leads; null when it makes no sense where the call stands: then it is not told. An unlock is worth something only while somebody
    /// rings or speaks; outside of any call it is told as it is, and a refused or ended call never unlocks.
    /// </summary>
    public static Phase? Next(Phase phase, Kind message) => (phase, message) switch
    {
        // A device that counts its calls anew after a restart uses a number again.
        (Phase.Idle or Phase.Ended, Kind.Started) => Phase.Calling,
        (Phase.Idle, Kind.UnlockRequested or Kind.UnlockMissed or Kind.KeyPressed) => Phase.Idle,
        (Phase.Idle or Phase.Ended, _) => null,

        (_, Kind.Ended) => Phase.Ended,
        (_, Kind.KeyPressed or Kind.UnlockMissed) => phase,

        (Phase.Calling, Kind.Ringing) => Phase.Ringing,
        (Phase.Calling or Phase.Ringing or Phase.Held, Kind.Answered) => Phase.Talking,
        (Phase.Ringing or Phase.Talking, Kind.UnlockRequested) => phase,
        (Phase.Calling or Phase.Ringing, Kind.Busy) => Phase.Calling,
        (Phase.Calling or Phase.Ringing or Phase.Talking, Kind.Denied) => Phase.Failed,
        (Phase.Calling or Phase.Ringing, Kind.NoAnswer) => Phase.Failed,
        (Phase.Talking, Kind.Held) => Phase.Held,
        (Phase.Held, Kind.Resumed) => Phase.Talking,
        (Phase.Ringing or Phase.Talking or Phase.Held, Kind.Transferred) => Phase.Calling,
        _ => null,
    };

    /// <summary>How long a call may stay there without a word.</summary>
    public static TimeSpan LimitOf(Phase phase) => phase is Phase.Talking or Phase.Held ? LongestTalking : LongestRinging;
}
