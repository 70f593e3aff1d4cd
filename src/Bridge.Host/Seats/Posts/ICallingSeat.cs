using Bridge.Host.Accounts;

namespace Bridge.Host.Seats.Posts;

/// <summary>In whose name a post's page asks.</summary>
internal interface ICallingSeat
{
    /// <summary>Looked up anew each time; null when the page is nobody's any more.</summary>
    Task<Caller?> FindCallerAsync(CancellationToken cancellationToken);

    /// <summary>The person asks for something.</summary>
    void Act();

    /// <summary>He is there.</summary>
    void Stay();
}
