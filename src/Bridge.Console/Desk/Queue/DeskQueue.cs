using System.Collections.Immutable;

namespace Bridge.Console.Desk.Queue;

/// <summary>The desk's queue: by deadline within what presses most, never by arrival. A visitor, his call and his announcement are one row.</summary>
public static class DeskQueue
{
    /// <summary>A call is answered within this time.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    /// <summary>A case that nobody touches ends after this time; the server's own limit decides.</summary>
    private static readonly TimeSpan CaseWithin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TakenWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ComesWithin = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan RecordWithin = TimeSpan.FromMinutes(2);

    public static ImmutableArray<QueueRow> Of(DeskView view) =>
    [
        .. Calls(view).Concat(Cases(view)).Concat(Tasks(view)).Concat(Announced(view)).Concat(Tours(view))
            .OrderBy(row => row.Kind).ThenBy(row => row.Left ?? TimeSpan.MaxValue).ThenBy(row => row.Key, StringComparer.Ordinal),
    ];

    private static IEnumerable<QueueRow> Calls(DeskView view) =>
        from call in view.Calls
        where call is { Case: null, Stage: CallStage.Calling or CallStage.Ringing }
        select Limited(QueueKind.Call, $"call-{call.Panel}", call.Age, AnswerWithin) with { Call = call };

    private static IEnumerable<QueueRow> Cases(DeskView view)
    {
        foreach (var one in view.Cases)
        {
            var call = view.Calls.FirstOrDefault(call => call.Case == one.Id);
            if (one is { Record: not null, RecordComplete: false, Stage: CaseStage.Entered or CaseStage.Unseen })
            {
                yield return Limited(QueueKind.Record, $"case-{one.Id}", one.Age, RecordWithin) with { Case = one };
            }
            else if (!one.Ended && one.Stage is not (CaseStage.Entered or CaseStage.Unseen))
            {
                yield return At(one, call) with { Case = one, Call = call };
            }
        }
    }

    private static QueueRow At(DeskCase one, CallView? call) => one switch
    {
        { Category: AdmissionCategory.Undecided } when call is { Stage: CallStage.Calling or CallStage.Ringing } =>
            Limited(QueueKind.Call, $"case-{one.Id}", call.Age, AnswerWithin),
        { OpenFor: { } left } => new QueueRow(QueueKind.Case, $"case-{one.Id}", one.Age, left, null),
        { Question: { } open } => Limited(QueueKind.Case, $"case-{one.Id}", open.Age, open.Limit),
        _ => Limited(QueueKind.Case, $"case-{one.Id}", one.Age, CaseWithin),
    };

    private static IEnumerable<QueueRow> Tasks(DeskView view) =>
        from task in view.Tasks
        where task.Stage == TaskStage.New
        select Limited(QueueKind.Task, $"task-{task.Id}", task.Age, TakenWithin) with { Task = task };

    private static IEnumerable<QueueRow> Announced(DeskView view) =>
        from known in view.Announced
        let gone = known.Left is { } left ? ComesWithin - left : TimeSpan.Zero
        select new QueueRow(QueueKind.Announced, $"announced-{known.Id}", gone, known.Left, null) { Announced = known };

    private static IEnumerable<QueueRow> Tours(DeskView view) =>
        from tour in view.Tours
        select new QueueRow(QueueKind.Tour, $"tour-{tour.Id}", TimeSpan.Zero, tour.Until - view.ObservedAt, null) { Tour = tour };

    private static QueueRow Limited(QueueKind kind, string key, TimeSpan age, TimeSpan limit) => new(kind, key, age, limit - age, age / limit);
}
