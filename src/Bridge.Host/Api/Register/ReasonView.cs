namespace Bridge.Host.Api.Register;

/// <summary>A sealed reason, opened for who may see it.</summary>
/// <param name="Reason">Null when there is none.</param>
public sealed record ReasonView(string? Reason)
{
    public override string ToString() => nameof(ReasonView);
}
