using Bridge.Host.ReadModel;
using Bridge.Host.Runtime;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Operator;

/// <summary>Writes enrolments into the journal. A key goes out only after the journal has that it was ordered, and by whom.</summary>
public sealed class EnrolmentRecord(EngineQueue queue, EngineClock clock, BuildingMonitor monitor)
{
    /// <summary>False: it is not on disk, and nothing may be done.</summary>
    public async Task<bool> BeginAsync(AccessPointId? accessPoint, ActorId actor, string detail, CancellationToken cancellationToken)
    {
        if (monitor.Current.Degraded)
        {
            return false;
        }

        var asked = new TaskCompletionSource<Moment>(TaskCreationOptions.RunContinuationsAsynchronously);
        await queue.PostAsync(
            new EngineItem.Asked(clock.Timestamp, at =>
            {
                asked.TrySetResult(at);
                return new PolicyInput.ReaderEnrolment(at, accessPoint, EnrolmentStep.Started, actor, detail);
            }),
            cancellationToken);
        var moment = await asked.Task.WaitAsync(cancellationToken);
        while (true)
        {
            var changed = monitor.Changed;
            var view = monitor.Current;
            if (view.Recent.Find(recent => recent.Event.Kind == EventKind.ReaderEnrolmentStarted && recent.Event.At == moment) is { } written)
            {
                return written.Sequence is not null;
            }

            if (view.Degraded)
            {
                return false;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public async Task EndAsync(AccessPointId? accessPoint, bool enrolled, ActorId? actor, string detail, CancellationToken cancellationToken) => await queue.PostAsync(
        new EngineItem.Asked(clock.Timestamp, at => new PolicyInput.ReaderEnrolment(
            at, accessPoint, enrolled ? EnrolmentStep.Enrolled : EnrolmentStep.Ended, actor, detail)),
        cancellationToken);
}
