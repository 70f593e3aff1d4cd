using System.Text;
using Bridge.Host.Api.Register;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Verbs;
using Bridge.Journal.Residents;

namespace Bridge.Host.Tests.Import;

/// <summary>A list from a file at a screen: all of it or nothing, by line and column, and never more than its role may set.</summary>
public sealed class RegisterImportsTests : IDisposable
{
    private const string Same = "A-1203,a,,yes\nA-1801,a,,no\nB-1203,b,,yes\n";

    private readonly TestFolder folder = new();
    private readonly ResidentRegister register;
    private readonly RegisterImports imports;

    public RegisterImportsTests()
    {
        register = LobbyTower.OpenRegister(folder);
        imports = new RegisterImports(register, Good.Sample());
    }

    [Theory]
    [InlineData("A-1203,a,,perhaps\nA-1801,a,,no\nB-1203,b,,yes\n", 2, "children_may_answer", "a word that is none")]
    [InlineData("A-1203,a,,yes\nA-1801,a,,no\nA-1203,b,,yes\n", 4, null, "one unit twice")]
    [InlineData("A-1203,a,controlRoom,yes\nA-1801,a,,no\nB-1203,b,,yes\n", 2, "route", "the supervisor's to set")]
    public void WhatIsWrongIsSaidByItsLineAndNothingIsWritten(string rows, long line, string? column, string why)
    {
        var wrong = Assert.IsType<RegisterFileAnswer.Wrong>(Import(rows, default));
        Assert.True((line, column) == (wrong.Errors[0].Line, wrong.Errors[0].Column), why);
        Assert.True(register.Current.Household(LobbyTower.Usual) is { Route: ClearanceRoute.Direct, ChildrenMayAnswer: true }, why);
        Assert.Equal(3, register.Current.Households);
    }

    [Theory]
    [InlineData(false, false, 4, "in force")]
    [InlineData(true, false, 3, "tried only")]
    public void AGoodFileIsCountedAndKeepsTheRoute(bool tryOnly, bool removals, int households, string why)
    {
        var done = Assert.IsType<RegisterFileAnswer.Done>(Import(Same + "A-0101,a,,no\n", new ImportWish(tryOnly, removals)));
        Assert.Equal((1, 0, 3, 0, tryOnly), (done.Counts.Added, done.Counts.Changed, done.Counts.Unchanged, done.Counts.Removed, done.TriedOnly));
        Assert.True(households == register.Current.Households, why);
        Assert.Equal(ClearanceRoute.ControlRoom, register.Current.Household(LobbyTower.Special)!.Route);
    }

    [Fact]
    public void ManyRemovalsHaveToBeMeant()
    {
        Assert.Equal(1, Assert.IsType<RegisterFileAnswer.TooMuch>(Import("A-1203,a,,yes\nA-1801,a,,no\n", default)).Counts.Removed);
        Assert.Equal(3, register.Current.Households);
        Assert.IsType<RegisterFileAnswer.Done>(Import("A-1203,a,,yes\nA-1801,a,,no\n", new ImportWish(DryRun: false, AllowRemovals: true)));
        Assert.Equal(2, register.Current.Households);
    }

    [Fact]
    public void WhoIssuedAPassIsWhoImportsIt()
    {
        var csv = Encoding.UTF8.GetBytes("pass,type,holder,lobbies,valid_from,valid_until,issuer\nP-1,work,周强,a,2026-01-01,2026-12-31,somebody else\n");
        Assert.IsType<RegisterFileAnswer.Done>(imports.Import(ResidentList.Passes, csv, default, "u-office"));
        Assert.Equal("u-office", register.Current.Pass("P-1")!.Issuer);
    }

    public void Dispose()
    {
        register.Dispose();
        folder.Dispose();
    }

    private RegisterFileAnswer Import(string rows, ImportWish wish) =>
        imports.Import(ResidentList.Households, Encoding.UTF8.GetBytes("unit,lobby,route,children_may_answer\n" + rows), wish, "u-office");
}
