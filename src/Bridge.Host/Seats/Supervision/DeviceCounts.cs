using Bridge.Console.Supervision;
using Bridge.Devices;
using Bridge.Devices.Osdp;

namespace Bridge.Host.Seats.Supervision;

/// <summary>What readers and boards count alike, since the start of the service.</summary>
internal sealed record DeviceCounts(DeviceId Device, int Address, long Asked, long Replies, TimeSpan ReplyTime, TimeSpan LongestReply)
{
    public long Timeouts { get; init; }

    public long CheckErrors { get; init; }

    public long Refusals { get; init; }

    public long Strangers { get; init; }

    /// <summary>A reader that answers and may not be believed.</summary>
    public bool NotTrusted { get; init; }

    public static DeviceCounts Of(PeripheralSnapshot reader) => new(reader.Device, reader.Address, reader.Exchanges, reader.Replies, reader.ReplyTime, reader.LongestReply)
    {
        Timeouts = reader.Silences,
        CheckErrors = reader.CheckErrors,
        Refusals = reader.Naks + reader.Busies,
        Strangers = reader.Strangers + reader.SecondReplies,
        NotTrusted = reader.Security is OsdpSecurityState.Held or OsdpSecurityState.Replaced or OsdpSecurityState.NotEnrolled,
    };

    public static DeviceCounts Of(UnitSnapshot unit) => new(unit.Device, unit.Unit, unit.Requests, unit.Replies, unit.ReplyTime, unit.LongestReply)
    {
        Timeouts = unit.Silences,
        CheckErrors = unit.CheckErrors,
        Refusals = unit.Exceptions,
        Strangers = unit.Strangers,
    };

    public DeviceCounts Since(DeviceCounts before) => this with
    {
        Asked = Asked - before.Asked,
        Replies = Replies - before.Replies,
        ReplyTime = ReplyTime - before.ReplyTime,
        Timeouts = Timeouts - before.Timeouts,
        CheckErrors = CheckErrors - before.CheckErrors,
        Refusals = Refusals - before.Refusals,
        Strangers = Strangers - before.Strangers,
    };

    /// <summary>What counts of a few seconds look like; the worst where there are several.</summary>
    public DeviceDiagnosis Diagnose(bool lineIsUp) => this switch
    {
        _ when !lineIsUp => DeviceDiagnosis.LineDown,
        { Asked: 0 } => DeviceDiagnosis.NotYet,
        { Replies: 0, CheckErrors: 0 } => DeviceDiagnosis.Silent,
        { NotTrusted: true } => DeviceDiagnosis.NotTrusted,
        _ when IsNoticeable(Strangers) => DeviceDiagnosis.AddressClash,
        _ when IsNoticeable(CheckErrors) || Replies == 0 => DeviceDiagnosis.Damaged,
        _ when IsNoticeable(Timeouts) => DeviceDiagnosis.LosesAnswers,
        _ when IsNoticeable(Refusals) => DeviceDiagnosis.Refuses,
        _ when ReplyTime / Replies > SlowAfter => DeviceDiagnosis.Slow,
        _ => DeviceDiagnosis.Well,
    };

    /// <summary>The bus doctor's own limit for a slow reader.</summary>
    private static readonly TimeSpan SlowAfter = TimeSpan.FromMilliseconds(40);

    // One in fifty: a single one in a second's questions is weather.
    private bool IsNoticeable(long count) => count * 50 >= Asked && count > 1;
}
