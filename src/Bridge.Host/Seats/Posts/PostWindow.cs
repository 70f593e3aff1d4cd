using System.Runtime.CompilerServices;
using Bridge.Console;
using Bridge.Console.Desk;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.ReadModel;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats.Posts;

/// <summary>What the pages of all posts do alike: a picture whenever something changed and at least each second, for as long as the person has the post.</summary>
internal sealed class PostWindow(ICallingSeat seat, PersonSealer sealer, BuildingMonitor monitor, IDoorBoard board, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    /// <summary>When what is drawn now was true.</summary>
    public DateTimeOffset ObservedAt => board.Current.ObservedAt;

    public async IAsyncEnumerable<TPicture> WatchAsync<TPicture>(
        Func<Caller, bool> may, Func<Caller, PersonMemory, TPicture> draw, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var people = new PersonMemory(sealer);
        while (await seat.FindCallerAsync(cancellationToken) is { } caller && may(caller))
        {
            var changed = monitor.Changed;
            var picture = draw(caller, people);
            people.Turn();
            yield return picture;
            await Task.Delay(Pace, time, cancellationToken);
            await Task.WhenAny(changed, Task.Delay(LongestSilence, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public async Task<ActOutcome> ActAsync(Permission needed, Func<Caller, Task<IResult>> act, CancellationToken cancellationToken) =>
        PageAnswers.Read(await seat.AskAsync(needed, act, cancellationToken));

    /// <summary>A page that must not fall silent says that its person is there.</summary>
    public async Task<Caller?> StayAsync(CancellationToken cancellationToken)
    {
        var caller = await seat.FindCallerAsync(cancellationToken);
        seat.Stay();
        return caller;
    }
}
