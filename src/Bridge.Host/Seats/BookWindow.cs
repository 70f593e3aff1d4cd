using System.Runtime.CompilerServices;
using Bridge.Console.Desk;
using Bridge.Host.Accounts;
using Bridge.Host.Configuration;
using Bridge.Host.Seats.Posts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats;

/// <summary>What the pages do alike that show what lies in a file: a picture each second and after each act, for as long as the person has the post.</summary>
internal sealed class BookWindow(ICallingSeat seat, SiteConfiguration site, TimeProvider time)
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(1);

    private TaskCompletionSource turned = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Now, by the site's wall.</summary>
    public DateTimeOffset Now => ToSite(time.GetUtcNow());

    public DateTimeOffset ToSite(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, site.TimeZone);

    public Task<Caller?> CallerAsync(CancellationToken cancellationToken) => seat.FindCallerAsync(cancellationToken);

    public async IAsyncEnumerable<TPicture> WatchAsync<TPicture>(
        Func<Caller, bool> may, Func<Caller, CancellationToken, Task<TPicture>> draw, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await seat.FindCallerAsync(cancellationToken) is { } caller && may(caller))
        {
            var turn = Volatile.Read(ref turned).Task;
            yield return await draw(caller, cancellationToken);
            await Task.WhenAny(turn, Task.Delay(LongestSilence, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public async Task<ActOutcome> ActAsync(Permission needed, Func<Caller, Task<IResult>> act, CancellationToken cancellationToken) =>
        PageAnswers.Read(await AskAsync(needed, act, cancellationToken));

    /// <summary>The same, for who needs the answer itself. Whatever came of it, the picture is drawn anew.</summary>
    public async Task<IResult> AskAsync(Permission needed, Func<Caller, Task<IResult>> act, CancellationToken cancellationToken)
    {
        var answer = await seat.AskAsync(needed, act, cancellationToken);
        Interlocked.Exchange(ref turned, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return answer;
    }
}
