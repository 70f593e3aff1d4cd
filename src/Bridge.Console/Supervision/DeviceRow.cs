using Bridge.Console.Doors;

namespace Bridge.Console.Supervision;

/// <summary>One reader or board.</summary>
/// <param name="AnswerAge">Since its last answer at the moment of the picture; null when it never gave one.</param>
public sealed record DeviceRow(string Id, int Address, DeviceDiagnosis Diagnosis, TimeSpan? AnswerAge)
{
    /// <summary>Nobody has looked for longer than that: it is at least so old.</summary>
    public bool IsAtLeast { get; init; }

    public long Asked { get; init; }

    /// <summary>Of the last seconds; null without an answer in them.</summary>
    public TimeSpan? MeanReply { get; init; }

    public TimeSpan LongestReply { get; init; }

    public long Timeouts { get; init; }

    public long CheckErrors { get; init; }

    public long Refusals { get; init; }

    public long Strangers { get; init; }

    public Look Look => Diagnosis switch
    {
        DeviceDiagnosis.Well => new("check", Tone.Plain),
        DeviceDiagnosis.NotYet => new("unknown", Tone.Doubt),
        DeviceDiagnosis.LineDown or DeviceDiagnosis.Silent => new("plug-off", Tone.Critical),
        DeviceDiagnosis.NotTrusted or DeviceDiagnosis.AddressClash => new("alarm", Tone.Critical),
        DeviceDiagnosis.Damaged or DeviceDiagnosis.LosesAnswers or DeviceDiagnosis.Refuses or DeviceDiagnosis.Slow => new("fault", Tone.Warning),
    };
}
