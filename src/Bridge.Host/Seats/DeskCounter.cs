using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bridge.Console.Desk;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.ReadModel;
using Bridge.Host.Seats.Posts;
using Bridge.Host.Seats.Supervision;
using Bridge.Policy;

namespace Bridge.Host.Seats;

/// <summary>The desk of one open page: shows what its person may see, and does what he asks through the same functions as the API.</summary>
internal sealed class DeskCounter(
    SeatHolder seat, DeskPicture picture, DeskActs acts, PatrolPresence patrols, ActorNames names, PersonSealer sealer, BuildingMonitor monitor, TimeProvider time) : IDesk
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    public async IAsyncEnumerable<DeskView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var people = new PersonMemory(sealer);
        var steps = new CaseSteps();
        while (await seat.CallerAsync() is { } caller && caller.ReachOf(Permission.OpenCase) != Reach.None)
        {
            var changed = monitor.Changed;
            var view = await NamedAsync(picture.Draw(caller, people), cancellationToken);
            people.Turn();
            yield return steps.Add(view, monitor.Journalled.Recent);
            await Task.Delay(Pace, time, cancellationToken);
            await Task.WhenAny(changed, Task.Delay(LongestSilence, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public async Task<ActOutcome> ActAsync(DeskAct act, CancellationToken cancellationToken)
    {
        if (await seat.CallerAsync() is not { } caller)
        {
            return new ActOutcome("signed_out");
        }

        seat.Act();
        if (act is DeskAct.PressOpen && caller.Session is { Unattended: true })
        {
            return new ActOutcome(ActOutcome.SignInAgain);
        }

        return PageAnswers.Read(await acts.DoAsync(caller, act, cancellationToken));
    }

    public async Task<ImmutableArray<DirectoryRow>> FindResidentsAsync(string text, CancellationToken cancellationToken) =>
        await seat.CallerAsync() is { } caller ? acts.FindResidents(caller, text) : [];

    public async Task<ImmutableArray<DirectoryRow>> FindLeadersAsync(CancellationToken cancellationToken) =>
        await seat.CallerAsync() is { } caller ? acts.FindLeaders(caller) : [];

    // Colleagues have names at the desk; the journal has their ids.
    private async Task<DeskView> NamedAsync(DeskView view, CancellationToken cancellationToken)
    {
        var alarms = new List<AlarmRow>();
        foreach (var alarm in view.Alarms)
        {
            alarms.Add(alarm.AcknowledgedBy is { } seen ? alarm with { AcknowledgedBy = await names.OfAsync(seen, cancellationToken) ?? seen } : alarm);
        }

        return view with { Alarms = [.. alarms], Patrols = await PatrolsAsync(cancellationToken) };
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
