using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby;

/// <summary>An open question.</summary>
/// <param name="AgeSeconds">Since it was asked.</param>
public sealed record RequestView(long Id, long Case, LobbyId Lobby, Category Category, RequestTarget Target, int HeadCount, int Attempt, bool Acknowledged, double AgeSeconds)
{
    /// <summary>For the party that is asked: who comes, to whom.</summary>
    public string? Visitor { get; init; }

    public string? Organisation { get; init; }

    public string? Purpose { get; init; }

    public string? Unit { get; init; }

    /// <summary>The call of this attempt is live and may be answered by word of mouth.</summary>
    public bool CallBound { get; init; }
}
