using System.CommandLine;
using System.Globalization;
using Bridge.Devices;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge modbus watch: one row for each unit of the running service.</summary>
internal static class ModbusWatchVerb
{
    private static readonly string[] Head =
        ["line", "unit", "number", "state", "requests/s", "answer ms", "longest", "silent", "broken", "exceptions", "CRC", "strangers"];

    public static Command Create() => new WatchVerb(Table, "The site has no Modbus units.").Create(
        "Show how each Modbus unit of the running service does: its pace, its answer times, and what went wrong since the start.");

    /// <summary>Pace and answer time are of the time between the two looks; all else is since the start.</summary>
    internal static IReadOnlyList<string[]> Table(SiteFigures before, SiteFigures now)
    {
        var rows = new List<string[]> { Head };
        var seconds = (now.TakenAt - before.TakenAt).TotalSeconds;
        foreach (var line in now.Lines)
        {
            var earlier = before.Lines.FirstOrDefault(each => each.Line == line.Line)?.Units ?? [];
            rows.AddRange(line.Units.Select(unit => Row(line, earlier.FirstOrDefault(each => each.Device == unit.Device), unit, seconds)));
        }

        return rows;
    }

    private static string[] Row(LineFigures line, UnitSnapshot? before, UnitSnapshot now, double seconds)
    {
        // A service that was started anew counts from zero.
        var since = before is not null && before.Requests <= now.Requests && before.Replies <= now.Replies ? before : new UnitSnapshot(now.Device, now.Unit);
        var replies = now.Replies - since.Replies;
        return
        [
            line.Line.Value, now.Device.Value, Show(now.Unit), !line.IsUp ? "LINE DOWN" : now.Answers ? "answers" : "SILENT",
            ((now.Requests - since.Requests) / seconds).ToString("0.0", CultureInfo.InvariantCulture),
            replies == 0 ? "-" : Show((now.ReplyTime - since.ReplyTime) / replies),
            now.Replies == 0 ? "-" : Show(now.LongestReply),
            Show(now.Silences), Show(now.Garbled), Show(now.Exceptions), Show(now.CheckErrors), Show(now.Strangers),
        ];
    }

    private static string Show(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Show(TimeSpan span) => span.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
