using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Seats;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Doors;
using static Bridge.Policy.Doors.DoorModeRequest;

namespace Bridge.Host.Tests.Seats.Supervision;

/// <summary>Who may ask a door for which mode, and with what: the function that answers the API and the page.</summary>
public sealed class ModeRequestTests : IDisposable
{
    private static readonly LobbyDoors Lobbies = new(door => door == Tower.Lobby ? LobbyTower.Lobby : null);

    private readonly PostBench bench = new();

    public static TheoryData<Role, DoorModeRequest, ModeReason?, int?, string?, string> Rows => new()
    {
        { Role.TeamLead, LockDown, ModeReason.Threat, null, null, "whoever sees the threat" },
        { Role.CsSupervisor, LockDown, ModeReason.Drill, null, null, "" },
        { Role.ControlRoom, LockDown, ModeReason.Threat, null, null, "" },
        { Role.OfficeDutyOfficer, LockDown, ModeReason.Threat, null, null, "" },
        { Role.LobbyAssistant, LockDown, ModeReason.Threat, null, "not-permitted", "he calls his lead" },
        { Role.GatePost, LockDown, ModeReason.Threat, null, "not-permitted", "" },
        { Role.Auditor, LockDown, ModeReason.Threat, null, "not-permitted", "he looks on" },
        { Role.Administrator, LockDown, ModeReason.Threat, null, "not-permitted", "he looks after the service" },
        { Role.TeamLead, Unlock, ModeReason.Event, 5, "not-permitted", "it opens" },
        { Role.OfficeDutyOfficer, Unlock, ModeReason.Event, 5, "not-permitted", "it opens" },
        { Role.CsSupervisor, Unlock, ModeReason.Event, 30, null, "the longest" },
        { Role.ControlRoom, Unlock, ModeReason.Event, 1, null, "the shortest" },
        { Role.ControlRoom, Unlock, ModeReason.Event, 31, "mode_minutes", "longer than that" },
        { Role.ControlRoom, Unlock, ModeReason.Event, 0, "mode_minutes", "no time at all" },
        { Role.ControlRoom, Unlock, ModeReason.Event, null, "mode_minutes", "nobody leaves a door open for good" },
        { Role.ControlRoom, LockDown, ModeReason.Threat, 5, "mode_minutes", "a lock-down has no end of its own" },
        { Role.ControlRoom, LockDown, null, null, "mode_reason", "why?" },
        { Role.ControlRoom, LockDownRelease, ModeReason.Drill, null, "mode_refused", "it is not locked down" },
        { Role.ControlRoom, Block, ModeReason.Threat, null, "mode_not_offered", "" },
        { Role.ControlRoom, LockOpen, ModeReason.Event, null, "mode_not_offered", "it has no end" },
        { Role.ControlRoom, LockOpenRelease, ModeReason.Event, null, "mode_not_offered", "" },
    };

    public void Dispose() => bench.Dispose();

    [Theory, MemberData(nameof(Rows))]
    public async Task IsJudgedSo(Role role, DoorModeRequest request, ModeReason? reason, int? minutes, string? refusal, string why) =>
        Assert.True(await AskAsync(role.ToString(), role, new DoorModeBody(request, reason, null, minutes)) == refusal, why);

    /// <summary>An open page that nobody sits at opens nothing; it still shuts what somebody has to shut.</summary>
    [Theory]
    [InlineData(LockDown, null, null, "a threat does not wait for a password")]
    [InlineData(DoorModeRequest.Lock, null, null, "nor does an open door")]
    [InlineData(Unlock, 5, "sign-in-again", "open to everybody")]
    [InlineData(LockDownRelease, null, "sign-in-again", "one of the two who end what keeps it shut")]
    public async Task FromAPageThatWasLeftAlone(DoorModeRequest request, int? minutes, string? refusal, string why)
    {
        var caller = new FakeCallingSeat("ccr", Role.ControlRoom, null).Caller!;
        caller.Session!.Use(DateTimeOffset.UnixEpoch + SessionBook.AttendedLimit + TimeSpan.FromSeconds(1));
        Assert.True(await AskAsync(caller, new DoorModeBody(request, ModeReason.Event, null, minutes)) == refusal, why);
        caller.Session.Attend();
        Assert.NotEqual("sign-in-again", await AskAsync(caller, new DoorModeBody(request, ModeReason.Event, null, minutes)));
    }

    [Fact]
    public async Task TwoPeopleEndALockDownAndTheReasonIsInTheJournalWithoutItsWords()
    {
        Assert.Null(await AskAsync("sup", Role.CsSupervisor, new DoorModeBody(LockDown, ModeReason.Threat, " 可疑人员-8811 ")));
        Assert.Equal("可疑人员-8811", bench.Parts.People.Show(Door.Order!.Note)!.Purpose);
        Assert.Equal("not-permitted", await AskAsync("tl", Role.TeamLead, new DoorModeBody(LockDownRelease, ModeReason.Drill)));
        Assert.Null(await AskAsync("sup", Role.CsSupervisor, new DoorModeBody(LockDownRelease, ModeReason.Drill)));
        Assert.Equal((DoorMode.LockedDown, new ActorId("sup")), (Door.Mode, Door.ReleaseAsked!.By));
        Assert.Null(await AskAsync("sup", Role.CsSupervisor, new DoorModeBody(LockDownRelease, ModeReason.Drill)));
        Assert.Equal(DoorMode.LockedDown, Door.Mode);
        Assert.Null(await AskAsync("ccr", Role.ControlRoom, new DoorModeBody(LockDownRelease, ModeReason.Drill)));
        Assert.Equal(DoorMode.Locked, Door.Mode);

        var journal = bench.Bench.Journal().Select(stored => stored.Entry.Body).ToList();
        Assert.Contains(journal, body => body.Contains("\"Reason\":\"Threat\"", StringComparison.Ordinal));
        Assert.DoesNotContain(journal, body => body.Contains("8811", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gone", 10, "not-found", "no such door")]
    [InlineData(null, 201, "mode_note", "a note is no report")]
    public async Task WhatIsWrongIsNamed(string? door, int length, string refusal, string why)
    {
        var body = new DoorModeBody(LockDown, ModeReason.Threat, new string('字', length));
        Assert.True(await AskAsync("ccr", Role.ControlRoom, body, door) == refusal, why);
    }

    private DoorState Door => bench.Bench.State.Doors[Tower.Lobby];

    private Task<string?> AskAsync(string who, Role role, DoorModeBody body, string? door = null) => AskAsync(new FakeCallingSeat(who, role, null).Caller!, body, door);

    private async Task<string?> AskAsync(Caller caller, DoorModeBody body, string? door = null)
    {
        if (caller.ReachOf(Permission.LockDownDoor) == Reach.None)
        {
            return "not-permitted";
        }

        var asked = ModeEndpoints.AskAsync(door ?? Tower.Lobby.Value, body, caller, bench.Parts, Lobbies, TestContext.Current.CancellationToken);
        bench.Bench.Engine.TakeTurn();
        return PageAnswers.Read(await asked).Refusal;
    }
}
