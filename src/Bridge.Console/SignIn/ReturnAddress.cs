using System.Text.RegularExpressions;
using Bridge.Console.Seats;
using Bridge.Console.Wording;

namespace Bridge.Console.SignIn;

/// <summary>Where somebody goes who has signed in. What an address says counts only where it is plainly one of our own pages.</summary>
public static partial class ReturnAddress
{
    private const int Longest = 200;

    /// <summary>The address itself, or null.</summary>
    public static string? Own(string? address) =>
        address is { Length: > 0 and <= Longest } && OwnPath().IsMatch(address) && !IsPart(address, "/sign-in") && !IsPart(address, "/sign-out") ? address : null;

    /// <summary>False when the address is a page that this role does not have.</summary>
    public static bool IsOpenTo(string address, SeatRole role) =>
        SeatPages.OfRole(role).Any(page => IsPart(address, page)) || !SeatPages.All.Any(page => IsPart(address, page));

    public static string InLanguage(string address, DisplayLanguage language) =>
        address.Contains("lang=", StringComparison.Ordinal) ? address : $"{address}{(address.Contains('?') ? '&' : '?')}lang={language.Code()}";

    private static bool IsPart(string address, string page) => page != "/" && (address == page || address.StartsWith(page + "?", StringComparison.Ordinal));

    // A list of what may be there, not of what may not: no second slash, backslash, colon, dot, percent or control character, in whatever way a browser reads it.
    [GeneratedRegex(@"\A/([A-Za-z0-9-]+(/[A-Za-z0-9-]+)*)?(\?[A-Za-z0-9=&_-]*)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex OwnPath();
}
