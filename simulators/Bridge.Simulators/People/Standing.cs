namespace Bridge.Simulators.People;

/// <summary>What the register is to say about a resident's card.</summary>
public enum Standing
{
    Valid,
    Disabled,
    Expired,

    /// <summary>Not in the register at all.</summary>
    Unknown,
}
