using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.Patrol;

/// <summary>The port to the patrol's work. One for each open page.</summary>
public interface IPatrol : IPictureSource<PatrolView>
{
    Task<ActOutcome> StepAsync(long task, PatrolStep step, CancellationToken cancellationToken);

    /// <summary>May be told late, and more than once: a phone without a link keeps it until it has one.</summary>
    /// <param name="at">When the key was pressed, by the phone's clock.</param>
    Task<ActOutcome> FinishAsync(long task, PatrolResult result, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The phone is there. Keeps its person signed in: a patrol with a quiet shift must still be called.</summary>
    Task HeardAsync(CancellationToken cancellationToken);
}
