namespace Bridge.Console.Seats;

/// <summary>The port through which a page learns whose it is. One for each open page.</summary>
public interface ISeat
{
    /// <summary>Null when nobody is signed in, or no post was taken.</summary>
    Task<SeatView?> FindAsync(CancellationToken cancellationToken);

    /// <summary>Cancelled when the right to see the page ends: the page has to be empty then. Known after <see cref="FindAsync"/>.</summary>
    CancellationToken Ended { get; }

    /// <summary>The person at the page did something, or has a case in hand: he is not signed out for idleness.</summary>
    void Stay();

    /// <summary>The browser has shown what was drawn for it: the page is before somebody's eyes, and its link holds.</summary>
    void Shown();

    /// <summary>The page was left for a while: who sits there now says who he is, before he opens anything. False for a wrong password.</summary>
    Task<bool> AttendAsync(string password, CancellationToken cancellationToken);
}
