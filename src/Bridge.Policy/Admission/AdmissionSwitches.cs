namespace Bridge.Policy.Admission;

/// <summary>Where the procedure can be read in two ways, the site's reading.</summary>
public sealed record AdmissionSwitches
{
    public static AdmissionSwitches Default { get; } = new();

    public UnknownResidentRecord UnknownResidentRecord { get; init; } = UnknownResidentRecord.DutyLog;

    /// <summary>A self-declared resident is not let in on a register match while no handset of the patrol is reachable.</summary>
    public bool RequirePatrolReachable { get; init; }

    /// <summary>A gate announcement for a special household counts only when the control room cleared it.</summary>
    public bool GateNeedsControlRoom { get; init; } = true;

    /// <summary>The unit's unlock key spends the grant by itself; meant for unattended hours.</summary>
    public bool UnitKeyOpens { get; init; }
}
