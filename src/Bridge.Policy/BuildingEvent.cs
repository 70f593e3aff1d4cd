using Bridge.Policy.Admission;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;

namespace Bridge.Policy;

/// <summary>Something other systems are told. Carries ids only: no name, no card number, no digit.</summary>
public sealed record BuildingEvent(EventKind Kind, Moment At)
{
    public DoorId? Door { get; init; }

    public AccessId? Access { get; init; }

    public AccessPointId? AccessPoint { get; init; }

    public CredentialId? Credential { get; init; }

    public DenyReason? Reason { get; init; }

    public DoorMode? Mode { get; init; }

    public ModeReason? ModeReason { get; init; }

    public FireInputId? FireInput { get; init; }

    public ActorId? Actor { get; init; }

    /// <summary>What belongs to a case, an alert or a record; null for what doors and readers say by themselves.</summary>
    public AdmissionFacts? Admission { get; init; }

    /// <summary>A short technical remark, for example why a device refused. Never about a person.</summary>
    public string? Detail { get; init; }
}
