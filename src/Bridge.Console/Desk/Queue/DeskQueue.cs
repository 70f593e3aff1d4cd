using System.Collections.Immutable;

namespace Bridge.Console.Desk.Queue;

/// <summary>The desk's queue: by deadline within what presses most, never by arrival. A visitor, his call and his announcement are one row.</summary>
public static class DeskQueue
{
    public static ImmutableArray<QueueRow> Of(DeskView view) =>
    [
        .. Calls(view).Concat(Cases(view)).Concat(Tasks(view)).Concat(Announced(view)).Concat(Tours(view))
            .OrderBy(row => row.Kind).ThenBy(row => row.Left ?? TimeSpan.MaxValue).ThenBy(row => row.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<QueueRow> Calls(DeskView view) =>
        from call in view.Calls
        where call is { Case: null, Stage: CallStage.Calling or CallStage.Ringing }
        select Limited(QueueKind.Call, $"call-{call.Panel}", call.Age, view.Limits.Answer) with { Call = call };

    private static IEnumerable<QueueRow> Cases(DeskView view)
    {
        foreach (var one in view.Cases)
        {
            var call = view.Calls.FirstOrDefault(call => call.Case == one.Id);
            if (one is { Record: not null, RecordComplete: false, Stage: CaseStage.Entered or CaseStage.Unseen })
            {
                yield return Limited(QueueKind.Record, $"case-{one.Id}", one.Age, view.Limits.Record) with { Case = one };
            }
            else if (!one.Ended && one.Stage is not (CaseStage.Entered or CaseStage.Unseen))
            {
                yield return At(one, call, view.Limits) with { Case = one, Call = call };
            }
        }
    }

    private static QueueRow At(DeskCase one, CallView? call, DeskLimits limits) => one switch
    {
        { Category: AdmissionCategory.Undecided } when call is { Stage: CallStage.Calling or CallStage.Ringing } =>
            Limited(QueueKind.Call, $"case-{one.Id}", call.Age, limits.Answer),
        { OpenFor: { } left } => new QueueRow(QueueKind.Case, $"case-{one.Id}", one.Age, left, null),
        { Question: { } open } => Limited(QueueKind.Case, $"case-{one.Id}", open.Age, open.Limit),
        _ => Limited(QueueKind.Case, $"case-{one.Id}", one.Age, limits.Case),
    };

    private static IEnumerable<QueueRow> Tasks(DeskView view) =>
        from task in view.Tasks
        where task.Stage == TaskStage.New
        select Limited(QueueKind.Task, $"task-{task.Id}", task.Age, view.Limits.Taken) with { Task = task };

    private static IEnumerable<QueueRow> Announced(DeskView view) =>
        from known in view.Announced
        let gone = known.Left is { } left ? view.Limits.Comes - left : TimeSpan.Zero
        select new QueueRow(QueueKind.Announced, $"announced-{known.Id}", gone, known.Left, null) { Announced = known };

    private static IEnumerable<QueueRow> Tours(DeskView view) =>
        from tour in view.Tours
        select new QueueRow(QueueKind.Tour, $"tour-{tour.Id}", TimeSpan.Zero, tour.Until - view.ObservedAt, null) { Tour = tour };

    private static QueueRow Limited(QueueKind kind, string key, TimeSpan age, TimeSpan limit) => new(kind, key, age, limit - age, age / limit);
}
