using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Runtime;
using Bridge.Journal.Records;
using Bridge.Policy;
using Bridge.Policy.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bridge.Host.Api.Lobby;

/// <summary>Who may ask for a door's mode, and with what.</summary>
internal static class ModeEndpoints
{
    public const int LongestMinutes = 30;
    public const int LongestNote = 200;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/doors/{door}/mode", (string door, DoorModeBody body, Caller caller, DeskParts desk, LobbyDoors lobbies, CancellationToken stop) =>
            AskAsync(door, body, caller, desk, lobbies, stop)).RequirePermission(Permission.LockDownDoor);

    /// <summary>What a request needs; null for one that is not offered over a network: it has no end, or it shuts a door to those who live behind it.</summary>
    public static Permission? NeededFor(DoorModeRequest request) => request switch
    {
        DoorModeRequest.LockDown or DoorModeRequest.Lock => Permission.LockDownDoor,
        DoorModeRequest.LockDownRelease or DoorModeRequest.Unlock => Permission.SupervisorModes,
        DoorModeRequest.Block or DoorModeRequest.LockOpen or DoorModeRequest.LockOpenRelease => null,
    };

    public static Task<IResult> AskAsync(string door, DoorModeBody body, Caller caller, DeskParts desk, LobbyDoors lobbies, CancellationToken stop)
    {
        if (Refusal(door, body, caller, desk, lobbies) is { } refused)
        {
            return Task.FromResult<IResult>(refused);
        }

        var note = string.IsNullOrWhiteSpace(body.Note) ? null : desk.People.Seal(new PersonFields { Purpose = body.Note.Trim() }, RetentionClass.Incident);
        if (note is null && !string.IsNullOrWhiteSpace(body.Note))
        {
            return Task.FromResult<IResult>(Answers.Problem(StatusCodes.Status503ServiceUnavailable, "keys_unavailable", "What is personal cannot be stored safely now."));
        }

        return desk.Office.AskAsync(
            caller,
            (at, party) => new PolicyInput.ModeRequested(at, new DoorId(door), body.Request, party.Actor)
            {
                Reason = body.Reason,
                Note = note?.Reference,
                For = body.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
                NeedsSecond = body.Request == DoorModeRequest.LockDownRelease,
            },
            note is null ? [] : [note.Row], remembered => Show(remembered, new DoorId(door)), stop);
    }

    private static ProblemHttpResult? Refusal(string door, DoorModeBody body, Caller caller, DeskParts desk, LobbyDoors lobbies)
    {
        if (!desk.Office.State.Doors.ContainsKey(new DoorId(door)))
        {
            return Answers.NotFound();
        }

        if (NeededFor(body.Request) is not { } needed)
        {
            return Answers.BadRequest("mode_not_offered", $"request: LockDown, LockDownRelease, Lock or Unlock was expected, {body.Request} came.");
        }

        if (!caller.Has(needed, lobbies.Of(new DoorId(door))))
        {
            return Answers.Forbidden("not-permitted", "Your post does not include this.");
        }

        // What opens a door to everybody, or ends what keeps it shut, is not for whoever comes past an open page. To shut one never waits for a password.
        if (needed == Permission.SupervisorModes && caller.Session is { Unattended: true })
        {
            return Answers.SignInAgain();
        }

        return body switch
        {
            { Reason: null } => Answers.BadRequest("mode_reason", $"reason: one of {string.Join(", ", Enum.GetNames<ModeReason>())} was expected, nothing came."),
            { Note.Length: > LongestNote } => Answers.BadRequest("mode_note", $"note: at most {LongestNote} characters were expected, {body.Note!.Length} came."),
            { Request: DoorModeRequest.Unlock, Minutes: null or < 1 or > LongestMinutes } or { Request: not DoorModeRequest.Unlock, Minutes: not null } =>
                Answers.BadRequest("mode_minutes", $"minutes: 1 to {LongestMinutes} for Unlock and nothing otherwise was expected, {body.Minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing"} came."),
            _ => null,
        };
    }

    private static IResult Show(AskedOutcome.Remembered remembered, DoorId id)
    {
        if (remembered.Events.Any(told => told.Kind == EventKind.DoorModeRefused))
        {
            return Answers.Problem(StatusCodes.Status409Conflict, "mode_refused", "The door's mode does not allow this now.");
        }

        return remembered.State.Doors.TryGetValue(id, out var door)
            ? TypedResults.Ok(new DoorModeView(id.Value, door.Mode, door.Lock, door.Online, door.ReleaseAsked is not null))
            : Answers.NotFound();
    }
}
