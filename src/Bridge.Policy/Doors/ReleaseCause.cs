namespace Bridge.Policy.Doors;

/// <summary>Why a lock is released. In degraded operation only some causes may still act.</summary>
public enum ReleaseCause
{
    /// <summary>The holder's own credential.</summary>
    Credential,

    /// <summary>The desk's open key, pressed on evidence.</summary>
    Evidence,

    /// <summary>A renewed pulse that keeps an Unlocked or LockedOpen door released.</summary>
    HoldMode,

    /// <summary>A renewed pulse while a fire alarm is latched.</summary>
    Fire,
}
