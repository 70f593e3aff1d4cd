using Bridge.Host.Accounts;
using Bridge.Host.Api.Cards;
using Bridge.Host.Runtime;
using Bridge.Host.Translation;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Host.Tests.Api.Cards;

/// <summary>A card is given out from a read that is looked at again here, or from its number; who may only switch off sees less, and nothing of another lobby.</summary>
public sealed class CardOfficeTests
{
    private static readonly Caller Officer = CardBench.Who(Role.OfficeDutyOfficer);

    /// <summary>What makes a refused read unfit, and what the office is told.</summary>
    public static TheoryData<string, string?, string> Reads => new()
    {
        { "at once", null, "it was refused a moment ago" },
        { "nearly five minutes", null, "it is still young enough" },
        { "five minutes", "read_gone", "who held it may have left" },
        { "another id", "read_gone", "what a browser says of a read is not believed" },
        { "given meanwhile", "read_gone", "somebody holds it by now" },
    };

    [Theory, MemberData(nameof(Reads))]
    public void ARefusedReadIsLookedAtAgain(string when, string? code, string why)
    {
        using var bench = new CardBench();
        var read = bench.Refuse(CardBench.New).Id;
        switch (when)
        {
            case "nearly five minutes":
                bench.Time.Advance(UnknownCards.GoodFor - TimeSpan.FromSeconds(1));
                break;
            case "five minutes":
                bench.Time.Advance(UnknownCards.GoodFor);
                break;
            case "another id":
                read = "r-0000000000000000";
                break;
            case "given meanwhile":
                Assert.Null(CardBench.Code(bench.Office.Issue(new IssueBody([CardBench.Level], read, Unit: "A-1203"), Officer)));
                break;
        }

        Assert.True(code == CardBench.Code(bench.Office.Issue(new IssueBody([CardBench.Level], read, Member: CardBench.Member), Officer)), why);
    }

    public static TheoryData<string?, string?, string?, string, string, string> Wishes => new()
    {
        { "26:12/4242", CardBench.Member, null, "", "accessLevels", "a card that opens nothing is nobody's wish" },
        { "26:12/4242", CardBench.Member, null, "vault", "accessLevels", "the site has no such level" },
        { "26:12/4242", null, null, CardBench.Level, "holder", "it has to be somebody's" },
        { "26:12/4242", CardBench.Member, "A-1203", CardBench.Level, "holder", "and one's only" },
        { "26:12/4242", "m-nobody", null, CardBench.Level, "holder", "he is not in the register" },
        { "26:12/4242", null, "A-9999", CardBench.Level, "holder", "there is no such unit" },
        { "4242", CardBench.Member, null, CardBench.Level, "card", "a number without its layout is no card" },
        { null, CardBench.Member, null, CardBench.Level, "card", "neither a read nor a number" },
    };

    [Theory, MemberData(nameof(Wishes))]
    public void WhatCannotBeGivenOutIsRefused(string? card, string? member, string? unit, string level, string code, string why)
    {
        using var bench = new CardBench();
        var answer = bench.Office.Issue(new IssueBody(level.Length > 0 ? [level] : [], Card: card, Member: member, Unit: unit), Officer);
        Assert.True(code == CardBench.Code(answer), why);
        Assert.Equal(2, bench.Register.Count);
    }

    [Fact]
    public void AGivenCardIsKnownToTheNextReadAndInTheHistory()
    {
        using var bench = new CardBench();
        var lookup = new RegisterLookup(bench.Register);
        var read = bench.Refuse(CardBench.New);
        Assert.Empty(lookup.Find(CardBench.New));
        Assert.Null(CardBench.Code(bench.Office.Issue(new IssueBody([CardBench.Level], read.Id, Member: CardBench.Member, LastDay: new DateOnly(2026, 12, 31)), Officer)));
        var known = Assert.Single(lookup.Find(CardBench.New));
        Assert.Equal(CardBench.Member, bench.People.Current.MemberOfHolder(known.Holder.Value)!.Id);
        Assert.NotNull(known.ValidUntil);
        Assert.Empty(bench.Unknown.Recent);
        Assert.Equal("card_known", CardBench.Code(bench.Office.Issue(new IssueBody([CardBench.Level], Card: $"26:0x{0x11223340 >> 6:X}", Member: CardBench.Member), Officer)));

        Assert.Null(CardBench.Code(bench.Office.Disable(known.Credential.Value, OffReason.Lost, CardBench.Who(Role.ControlRoom))));
        Assert.Equal(Policy.Credentials.CredentialDisabled.Lost, Assert.Single(lookup.Find(CardBench.New)).Disabled);
        var history = Assert.IsType<StorageResult<IReadOnlyList<RegisterChange>>.Done>(bench.People.Changes(new RegisterChangeQuery(RegisterList.Credentials), 10)).Value;
        Assert.Equal(
            [("ControlRoom", RegisterChangeAct.Changed, known.Credential.Value), ("OfficeDutyOfficer", RegisterChangeAct.Added, known.Credential.Value)],
            history.Select(change => (change.Actor, change.Act, change.Subject)));
    }

    [Theory]
    [InlineData(Role.OfficeDutyOfficer, null, "", "李娜 王伟", "the office sees all")]
    [InlineData(Role.OfficeDutyOfficer, null, "王伟", "王伟", "and looks for a name")]
    [InlineData(Role.ControlRoom, null, "", "李* 王*", "who may only switch off is shown no name")]
    [InlineData(Role.ControlRoom, null, "王伟", "", "and cannot look for one")]
    [InlineData(Role.ControlRoom, null, "5678", "王*", "but for the last digits")]
    [InlineData(Role.TeamLead, "a", "", "李*", "a lead has his own lobby")]
    [InlineData(Role.TeamLead, "a", "B-1203", "", "and no other by its unit")]
    [InlineData(Role.FrontDesk, "a", "", "", "the front desk has nothing of it")]
    public void EachSeesWhatHeMay(Role role, string? lobby, string text, string names, string why)
    {
        using var bench = new CardBench();
        var page = bench.Shelf.Page(CardBench.Who(role, lobby), text, null, CredentialShelf.Longest)!;
        Assert.True(names == string.Join(' ', page.Rows.Select(row => row.Holder)), $"{why}: {string.Join(' ', page.Rows.Select(row => row.Holder))}");
        Assert.DoesNotContain(page.Rows, row => row.Shown.Length > 4);
    }

    [Fact]
    public void ALeadSwitchesNothingOffInAnotherLobby()
    {
        using var bench = new CardBench();
        Assert.Equal("not-found", CardBench.Code(bench.Office.Disable(bench.IdOf("王伟"), OffReason.Stolen, CardBench.Who(Role.TeamLead, "a"))));
        Assert.Null(CardBench.Code(bench.Office.Disable(bench.IdOf("李娜"), OffReason.Stolen, CardBench.Who(Role.TeamLead, "a"))));
    }
}
