using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bridge.Console.Desk;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Policy;

namespace Bridge.Host.Seats;

/// <summary>The desk of one open page: shows what its person may see, and does what he asks through the same functions as the API.</summary>
internal sealed class DeskCounter(SeatHolder seat, DeskPicture picture, DeskColleagues colleagues, DeskActs acts, PersonSealer sealer, TimeProvider time) : IDesk
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    public async IAsyncEnumerable<DeskView> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var people = new PersonMemory(sealer);
        var steps = new CaseSteps();
        while (await seat.CallerAsync() is { } caller && caller.ReachOf(Permission.OpenCase) != Reach.None)
        {
            var changed = picture.Changed;
            var view = await colleagues.AddAsync(picture.Draw(caller, people), caller, people, cancellationToken);
            people.Turn();
            yield return steps.Add(view, picture.Recent);
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
}
