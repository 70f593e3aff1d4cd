using Bridge.Console.Desk;
using Bridge.Console.Posts.Patrol;

namespace Bridge.Console.Tests.Hosting.Posts;

internal sealed class FakePatrol(TaskStage? stage) : FakeSource<PatrolView>(now => PostPictures.Patrol(now, stage)), IPatrol
{
    private int _beats;

    public int Beats => Volatile.Read(ref _beats);

    public Task<ActOutcome> StepAsync(long task, PatrolStep step, CancellationToken cancellationToken) => TakeAsync((task, step));

    public Task<ActOutcome> FinishAsync(long task, PatrolResult result, DateTimeOffset at, CancellationToken cancellationToken) => TakeAsync(new PatrolReport(task, result, at));

    public Task HeardAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _beats);
        return Task.CompletedTask;
    }
}
