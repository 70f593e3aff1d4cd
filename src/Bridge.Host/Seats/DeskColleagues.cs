using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Seats.Supervision;

namespace Bridge.Host.Seats;

/// <summary>What a desk shows of the others on duty: who has seen an alarm, whose phone is there, and whether the gate and the control room are. Colleagues have names at a desk; the journal has their ids.</summary>
internal sealed class DeskColleagues(AlarmPicture alarms, PatrolPresence patrols, PostPresence posts, ActorNames names)
{
    private static readonly ImmutableArray<Role> Partners = [Role.GatePost, Role.ControlRoom];

    public async Task<DeskView> AddAsync(DeskView view, Caller caller, PersonMemory people, CancellationToken cancellationToken)
    {
        var seen = new List<AlarmRow>();
        foreach (var alarm in alarms.Draw(caller, people))
        {
            seen.Add(alarm.AcknowledgedBy is { } actor ? alarm with { AcknowledgedBy = await names.OfAsync(actor, cancellationToken) ?? actor } : alarm);
        }

        return view with
        {
            Alarms = [.. seen],
            Patrols = await PatrolsAsync(cancellationToken),
            Posts = [.. Partners.Select(role => new PostLink(SeatNames.Of(role), posts.Since(role, caller.Lobby)))],
        };
    }

    private async Task<ImmutableArray<PatrolPhone>> PatrolsAsync(CancellationToken cancellationToken)
    {
        var phones = new List<PatrolPhone>();
        foreach (var (patrol, handset, age) in patrols.Phones())
        {
            phones.Add(new PatrolPhone(await names.OfAsync(patrol.Value, cancellationToken) ?? patrol.Value, handset, age));
        }

        // By name: a row that was heard just now does not jump to the top.
        return [.. phones.OrderBy(phone => phone.Person, StringComparer.Ordinal)];
    }
}
