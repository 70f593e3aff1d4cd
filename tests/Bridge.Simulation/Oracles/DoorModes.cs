using Bridge.Policy.Doors;

namespace Bridge.Simulation.Oracles;

/// <summary>The commanded mode of each door by ONVIF's guards: a door that is locked down or locked open takes only the release of that.</summary>
internal sealed class DoorModes
{
    private readonly Dictionary<string, DoorMode> modes = [];

    public DoorMode this[string door] => modes.GetValueOrDefault(door, DoorMode.Locked);

    public bool IsHeld(string door) => this[door] is DoorMode.Unlocked or DoorMode.LockedOpen;

    public bool IsShut(string door) => this[door] is DoorMode.Blocked or DoorMode.LockedDown;

    public void Ask(string door, DoorModeRequest request)
    {
        var isBound = this[door] is DoorMode.LockedDown or DoorMode.LockedOpen;
        var isRelease = request is DoorModeRequest.LockDownRelease or DoorModeRequest.LockOpenRelease;
        var fits = request == DoorModeRequest.LockDownRelease ? this[door] == DoorMode.LockedDown : this[door] == DoorMode.LockedOpen;
        if (isRelease ? fits : !isBound)
        {
            modes[door] = request switch
            {
                DoorModeRequest.Unlock => DoorMode.Unlocked,
                DoorModeRequest.Block => DoorMode.Blocked,
                DoorModeRequest.LockDown => DoorMode.LockedDown,
                DoorModeRequest.LockOpen => DoorMode.LockedOpen,
                DoorModeRequest.Lock or DoorModeRequest.LockDownRelease or DoorModeRequest.LockOpenRelease => DoorMode.Locked,
            };
        }
    }

    /// <summary>A door that is taken out of the site comes back as a new one.</summary>
    public void Keep(IEnumerable<string> doors)
    {
        foreach (var gone in modes.Keys.Except(doors).ToList())
        {
            modes.Remove(gone);
        }
    }
}
