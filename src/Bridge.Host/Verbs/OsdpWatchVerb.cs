using System.CommandLine;
using System.Globalization;
using Bridge.Devices.Osdp;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge osdp watch: one row for each reader of the running service.</summary>
internal static class OsdpWatchVerb
{
    private static readonly string[] Head =
    [
        "line", "reader", "address", "security", "polls/s", "reply ms", "longest", "repeats", "silent", "NAK", "BUSY", "CRC", "two answers", "strangers", "handshakes",
        "failed",
    ];

    public static Command Create() => new WatchVerb(Table, "The site has no OSDP readers.").Create(
        "Show how each OSDP reader of the running service does: the state of its channel, its pace, and what went wrong since the start.");

    /// <summary>Pace and reply time are of the time between the two looks; all else is since the start.</summary>
    internal static IReadOnlyList<string[]> Table(SiteFigures before, SiteFigures now)
    {
        var rows = new List<string[]> { Head };
        var seconds = (now.TakenAt - before.TakenAt).TotalSeconds;
        foreach (var line in now.Lines)
        {
            var earlier = before.Lines.FirstOrDefault(each => each.Line == line.Line)?.Readers ?? [];
            rows.AddRange(line.Readers.Select(reader => Row(line, earlier.FirstOrDefault(each => each.Device == reader.Device), reader, seconds)));
        }

        return rows;
    }

    private static string[] Row(LineFigures line, PeripheralSnapshot? before, PeripheralSnapshot now, double seconds)
    {
        // A service that was started anew counts from zero.
        var since = before is not null && before.Exchanges <= now.Exchanges && before.Replies <= now.Replies ? before
            : new PeripheralSnapshot(now.Device, now.Address, now.Security, now.Step);
        var replies = now.Replies - since.Replies;
        return
        [
            line.Line.Value, now.Device.Value, Show(now.Address), line.IsUp ? Say(now) : "LINE DOWN",
            ((now.Polls - since.Polls) / seconds).ToString("0.0", CultureInfo.InvariantCulture),
            replies == 0 ? "-" : Show((now.ReplyTime - since.ReplyTime) / replies),
            now.Replies == 0 ? "-" : Show(now.LongestReply),
            Show(now.Retries), Show(now.Silences), Show(now.Naks), Show(now.Busies), Show(now.CheckErrors), Show(now.SecondReplies), Show(now.Strangers),
            Show(now.Handshakes), Show(now.SecurityFailures),
        ];
    }

    private static string Say(PeripheralSnapshot reader) => reader.Security switch
    {
        OsdpSecurityState.Secure => "secure",
        OsdpSecurityState.NotYet => $"no session ({reader.Step})",
        OsdpSecurityState.Held => "HELD: security failed",
        OsdpSecurityState.Replaced => "REPLACED",
        OsdpSecurityState.NotEnrolled => "NOT ENROLLED",
        OsdpSecurityState.ClearByConfiguration => $"CLEAR ({reader.Step})",
    };

    private static string Show(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Show(TimeSpan span) => span.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
