using Bridge.Host.Accounts;
using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Journal.Records;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Api.Lobby;

/// <summary>
/// Takes what people ask for to the engine and waits until it is on disk. The answer is the engine's own: nothing is judged here that lets anybody in.
/// </summary>
public sealed class DeskOffice(EngineQueue queue, EngineClock clock, BuildingMonitor monitor, SecurityLog security)
{
    public BuildingState State => monitor.Journalled.State;

    public TimeSpan Now => clock.Elapsed;

    /// <summary>Asks, waits for the commit, and answers with <paramref name="show"/> or with the refusal.</summary>
    public async Task<IResult> AskAsync(
        Caller caller, Func<Moment, Party, PolicyInput> input, IReadOnlyList<Journal.Records.SealedPerson> people, Func<AskedOutcome.Remembered, IResult> show,
        CancellationToken cancellationToken)
    {
        if (PartyOf(caller) is not { } party)
        {
            return Answers.Forbidden("not-permitted", "Only a post at a desk, a gate, a patrol, the control room or the office acts here.");
        }

        var asked = new TaskCompletionSource<AskedOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        await queue.PostAsync(
            new EngineItem.Asked(clock.Timestamp, at => input(at, party)) { Tell = outcome => asked.TrySetResult(outcome), People = people }, cancellationToken);
        return await asked.Task.WaitAsync(cancellationToken) switch
        {
            AskedOutcome.Remembered remembered => Answer(caller, remembered, show),
            _ => Answers.Problem(StatusCodes.Status503ServiceUnavailable, "journal_unavailable", "The journal cannot be written: whatever needs a record is refused."),
        };
    }

    /// <summary>The procedure's role of a post; null for those that only look after the service, and for other systems.</summary>
    public static Party? PartyOf(Caller caller) =>
        caller.Post is { } post && RoleOf(post.Role) is { } role ? new Party(caller.Actor, role, post.Lobby) : null;

    private static Policy.Admission.Role? RoleOf(Accounts.Role role) => role switch
    {
        Accounts.Role.LobbyAssistant => Policy.Admission.Role.LobbyAssistant,
        Accounts.Role.TeamLead => Policy.Admission.Role.TeamLead,
        Accounts.Role.CsSupervisor => Policy.Admission.Role.CsSupervisor,
        Accounts.Role.GatePost => Policy.Admission.Role.GatePost,
        Accounts.Role.Patrol => Policy.Admission.Role.Patrol,
        Accounts.Role.ControlRoom => Policy.Admission.Role.ControlRoom,
        Accounts.Role.OfficeDutyOfficer => Policy.Admission.Role.OfficeDutyOfficer,
        Accounts.Role.FrontDesk => Policy.Admission.Role.FrontDesk,
        Accounts.Role.Administrator or Accounts.Role.Auditor => null,
    };

    private IResult Answer(Caller caller, AskedOutcome.Remembered remembered, Func<AskedOutcome.Remembered, IResult> show)
    {
        if (remembered.Events.FirstOrDefault(told => told.Kind == EventKind.ActRefused)?.Admission is not { Refusal: { } refusal } refused)
        {
            return show(remembered);
        }

        if (Refusals.IsLie(refusal))
        {
            security.Tell(SecurityMatter.LyingClient, caller.Actor, $"asked for what the server had refused to offer: {Refusals.Code(refusal)}");
        }

        return Refusals.Answer(refusal, refused.Case is { } id ? remembered.State.Admission.Cases.GetValueOrDefault(id) : null, Now);
    }
}
