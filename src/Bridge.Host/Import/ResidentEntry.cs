using Bridge.Journal.Register;

namespace Bridge.Host.Import;

/// <summary>A row that makes sense by itself; what it says may still clash with other rows.</summary>
internal sealed record ResidentEntry(long Line, ImportedHolder Holder, IReadOnlyList<EnteredCredential> Credentials)
{
    public override string ToString() => $"line {Line}";
}
