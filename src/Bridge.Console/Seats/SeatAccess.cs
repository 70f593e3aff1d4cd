namespace Bridge.Console.Seats;

/// <summary>Whether the person at a page may see it.</summary>
public enum SeatAccess
{
    /// <summary>Not known yet: nothing is shown.</summary>
    Asking,
    Given,

    /// <summary>He has another post.</summary>
    OtherPost,

    /// <summary>The site has no lobby whose desk this page could belong to.</summary>
    NoDesk,

    /// <summary>Nobody sits here any more: the page is empty and goes to the sign-in.</summary>
    Ended,
}
