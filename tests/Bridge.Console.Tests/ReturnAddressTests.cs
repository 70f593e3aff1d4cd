using Bridge.Console.Seats;
using Bridge.Console.SignIn;
using Bridge.Console.Wording;

namespace Bridge.Console.Tests;

/// <summary>Nobody is sent from the sign-in to another site, whatever the address says.</summary>
public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("/desk", "a post's page")]
    [InlineData("/desk?lang=en", "with its language")]
    [InlineData("/", "the doors")]
    [InlineData("/?lang=zh", "the doors in a language")]
    [InlineData("/front-desk/a-1?case=12&lang=zh", "deeper in")]
    public void OurOwnPagesAreKept(string address, string why) => Assert.True(ReturnAddress.Own(address) == address, why);

    [Theory]
    [InlineData(null, "none")]
    [InlineData("", "empty")]
    [InlineData("desk", "relative: depends on where it is read")]
    [InlineData("https://evil.example/", "another site")]
    [InlineData("//evil.example/", "another site, by the scheme of this one")]
    [InlineData("///evil.example/", "browsers take it for two slashes")]
    [InlineData("/\\evil.example/", "browsers read a backslash as a slash")]
    [InlineData("\\\\evil.example/", "two of them")]
    [InlineData("/%2f/evil.example", "escaped slash")]
    [InlineData("/%5cevil.example", "escaped backslash")]
    [InlineData("/\tdesk", "browsers drop tabs")]
    [InlineData("/\t/evil.example", "and are left with two slashes")]
    [InlineData("/\n/evil.example", "line ends too")]
    [InlineData("/desk\r\nSet-Cookie: a=b", "a header of its own")]
    [InlineData("/desk\n", "a line end at the end")]
    [InlineData(" /desk", "a space before")]
    [InlineData("javascript:alert(1)", "a script")]
    [InlineData("/javascript:alert(1)", "a colon in the path")]
    [InlineData("data:text/html,x", "a page of its own")]
    [InlineData("/desk@evil.example", "looks like a user")]
    [InlineData("/..//evil.example", "dots fold")]
    [InlineData("/./", "dots")]
    [InlineData("/desk#x", "a fragment is none of ours")]
    [InlineData("/desk?then=//evil.example", "an address in an address")]
    [InlineData("/desk?a=%0d%0a", "escapes in the query")]
    [InlineData("/ｄesk", "full-width letters fold to others")]
    [InlineData("/。evil", "a full-width stop")]
    [InlineData("/sign-in", "round in a circle")]
    [InlineData("/sign-in?then=", "round in a circle, with a query")]
    [InlineData("/sign-out", "in and out")]
    public void NothingElseIs(string? address, string why) => Assert.True(ReturnAddress.Own(address) is null, why);

    [Fact]
    public void ALongOneIsNotKept() => Assert.Null(ReturnAddress.Own("/" + new string('a', 300)));

    [Theory]
    [InlineData("/desk", SeatRole.LobbyAssistant, true, "his own")]
    [InlineData("/desk?lang=en", SeatRole.TeamLead, true, "his own, in a language")]
    [InlineData("/gate", SeatRole.LobbyAssistant, false, "another post's")]
    [InlineData("/desk", SeatRole.GatePost, false, "another post's")]
    [InlineData("/desk?x=1", SeatRole.Administrator, false, "a role without a page of its own")]
    [InlineData("/readers", SeatRole.LobbyAssistant, true, "nobody's own")]
    [InlineData("/", SeatRole.Patrol, true, "the doors are everybody's")]
    public void AnotherPostsPageIsNotGoneTo(string address, SeatRole role, bool open, string why) =>
        Assert.True(ReturnAddress.IsOpenTo(address, role) == open, why);

    [Theory]
    [InlineData("/desk", "/desk?lang=en")]
    [InlineData("/desk?case=1", "/desk?case=1&lang=en")]
    [InlineData("/desk?lang=zh", "/desk?lang=zh")]
    public void TheLanguageGoesAlong(string address, string expected) => Assert.Equal(expected, ReturnAddress.InLanguage(address, DisplayLanguage.English));
}
