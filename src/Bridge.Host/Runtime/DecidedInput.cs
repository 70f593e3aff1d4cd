using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Runtime;

/// <summary>One input that changed something, with what was announced because of it. Either both are in the journal or neither.</summary>
/// <param name="Unjournalled">It was decided while the disk failed and is written late.</param>
public sealed record DecidedInput(PolicyInput Input, IReadOnlyList<BuildingEvent> Events, bool Unjournalled)
{
    /// <summary>Lines of the kept records that go into the same commit.</summary>
    public IReadOnlyList<RecordLine> Lines { get; init; } = [];

    /// <summary>What is personal about it, sealed.</summary>
    public IReadOnlyList<Journal.Records.SealedPerson> People { get; init; } = [];

    /// <summary>Additions to kept records that go into the same commit.</summary>
    public IReadOnlyList<RecordChange> Changes { get; init; } = [];
}
