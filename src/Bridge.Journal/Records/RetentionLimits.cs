namespace Bridge.Journal.Records;

/// <summary>How long each class is kept.</summary>
public sealed record RetentionLimits(TimeSpan VisitorIdentity, TimeSpan CallBack, TimeSpan Movement, TimeSpan Incident, TimeSpan Skeleton)
{
    /// <summary>What is usual in China: movements at least 180 days.</summary>
    public static RetentionLimits China { get; } =
        new(TimeSpan.FromDays(90), TimeSpan.FromDays(1), TimeSpan.FromDays(180), TimeSpan.FromDays(1095), TimeSpan.FromDays(400));

    /// <summary>What is usual in the European Union.</summary>
    public static RetentionLimits Europe { get; } =
        new(TimeSpan.FromDays(30), TimeSpan.FromDays(1), TimeSpan.FromDays(90), TimeSpan.FromDays(1095), TimeSpan.FromDays(400));

    public TimeSpan Of(RetentionClass retention) => retention switch
    {
        RetentionClass.VisitorIdentity => VisitorIdentity,
        RetentionClass.CallBack => CallBack,
        RetentionClass.Movement => Movement,
        RetentionClass.Incident => Incident,
        RetentionClass.Skeleton => Skeleton,
    };
}
