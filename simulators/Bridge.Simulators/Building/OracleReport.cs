using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Building;

/// <summary>What the building itself knows to have happened: the truth that a journal is compared with.</summary>
/// <param name="Acknowledged">Reads that the host told a device to forget: each must be in its journal.</param>
/// <param name="Lost">Reads that were forgotten without the host: memory full, lost in a power cut, or never asked for. No journal can have them.</param>
/// <param name="Pending">Reads that are still waiting in a device.</param>
/// <param name="Locks">Every time a door's lock was energised, by door.</param>
/// <param name="Movements">Every time a door moved.</param>
public sealed record OracleReport(
    IReadOnlyList<ForgottenRead> Acknowledged,
    IReadOnlyList<ForgottenRead> Lost,
    IReadOnlyList<PresentedCredential> Pending,
    IReadOnlyDictionary<string, IReadOnlyList<Activation>> Locks,
    IReadOnlyList<DoorMovement> Movements);
