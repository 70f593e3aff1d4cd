using System.Collections.Immutable;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Seats.Posts;
using Bridge.Policy;
using Bridge.Policy.Alarms;

namespace Bridge.Host.Seats.Supervision;

/// <summary>Draws the alarms with what the person at the page may do about each.</summary>
internal sealed class AlarmPicture(DeskParts desk, LobbyDoors lobbies, LobbyNames names)
{
    public ImmutableArray<AlarmRow> Draw(Caller caller, PersonMemory people) =>
    [
        .. desk.Office.State.Alarms.All.Values.Where(alarm => AlarmEndpoints.Sees(caller, alarm, lobbies)).Select(alarm => Draw(alarm, caller, people)),
    ];

    private AlarmRow Draw(AlarmState alarm, Caller caller, PersonMemory people)
    {
        var stands = AlarmPolicy.Stands(desk.Office.State, alarm);
        return new AlarmRow(alarm.Alarm.Number, KindOf(alarm.Cause), alarm.Door is { } door ? names.Of(door) : null, desk.Office.Now - alarm.RaisedAt.Elapsed, stands)
        {
            Times = alarm.Times,
            ClaimedBy = alarm.ClaimedBy?.Value,
            AcknowledgedBy = alarm.AcknowledgedBy?.Value,
            ClosedBy = alarm.ClosedBy?.Value,
            Comment = people.Show(alarm.Comment)?.Purpose,
            Keys = [.. Keys(alarm, stands, caller)],
        };
    }

    // The same questions that the endpoints and the policy ask: a key that would be refused is not shown.
    private IEnumerable<AlarmKey> Keys(AlarmState alarm, bool stands, Caller caller)
    {
        if (alarm.IsClosed() || DeskOffice.PartyOf(caller) is not { } party)
        {
            yield break;
        }

        var acknowledges = AlarmEndpoints.Reaches(caller, Permission.AcknowledgeAlert, alarm, lobbies);
        if (acknowledges && alarm.ClaimedBy != caller.Actor)
        {
            yield return AlarmKey.Claim;
        }

        if (acknowledges && alarm.AcknowledgedBy is null)
        {
            yield return AlarmKey.Acknowledge;
        }

        if (alarm.AcknowledgedBy is not null && !stands && AlarmEndpoints.Reaches(caller, Permission.CloseAlarm, alarm, lobbies) && AlarmPolicy.MayClose(party.Role, alarm.Cause))
        {
            yield return AlarmKey.Close;
        }
    }

    private static AlarmKind KindOf(AlarmCause cause) => cause switch
    {
        AlarmCause.DoorForcedOpen => AlarmKind.DoorForcedOpen,
        AlarmCause.DoorOpenTooLong => AlarmKind.DoorOpenTooLong,
        AlarmCause.Tamper => AlarmKind.Tamper,
        AlarmCause.LockFoundReleased => AlarmKind.LockFoundReleased,
        AlarmCause.DoorFault => AlarmKind.DoorFault,
        AlarmCause.Fire => AlarmKind.Fire,
    };
}
