using Bridge.Host.Accounts;
using Bridge.Host.Api;
using Bridge.Host.Seats.Posts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats;

/// <summary>The gate of a page's acts: the session is looked at anew, and the permission is the one that the API's endpoint names.</summary>
internal static class SeatGate
{
    public static async Task<IResult> AskAsync(this ICallingSeat seat, Permission needed, Func<Caller, Task<IResult>> act, CancellationToken cancellationToken)
    {
        if (await seat.FindCallerAsync(cancellationToken) is not { } caller)
        {
            return Answers.Problem(StatusCodes.Status401Unauthorized, "signed_out", "Sign in first.");
        }

        seat.Act();
        return caller.ReachOf(needed) == Reach.None ? Answers.Forbidden("not-permitted", "Your post does not include this.") : await act(caller);
    }
}
