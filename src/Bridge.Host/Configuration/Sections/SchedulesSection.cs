using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Weekly schedules, and the site's holidays.</summary>
internal static partial class SchedulesSection
{
    /// <summary>The schedule that every site has: around the clock, holidays too.</summary>
    public const string Always = "always";

    private static readonly DayInterval WholeDay = new(TimeSpan.Zero, TimeSpan.FromHours(24));

    private static readonly (string Key, DayOfWeek Day)[] Days =
    [
        ("mon", DayOfWeek.Monday), ("tue", DayOfWeek.Tuesday), ("wed", DayOfWeek.Wednesday), ("thu", DayOfWeek.Thursday),
        ("fri", DayOfWeek.Friday), ("sat", DayOfWeek.Saturday), ("sun", DayOfWeek.Sunday),
    ];

    public static ImmutableSortedDictionary<ScheduleId, WeeklySchedule> Read(Section site, Findings findings)
    {
        var holidays = Holidays(site.Find("holidays"), findings);
        var schedules = ImmutableSortedDictionary.CreateBuilder<ScheduleId, WeeklySchedule>();
        schedules.Add(new ScheduleId(Always), AroundTheClock());
        foreach (var property in Identifiers.Named(site.Find("schedules"), "schedule", findings))
        {
            if (property.Name == Always)
            {
                findings.Error(property.Position, property.Value.Path, $"the schedule \"{Always}\" is built in and means around the clock; give yours another name");
            }
            else if (Section.Open(property.Value, SiteShapes.Schedule, findings) is { } section)
            {
                var id = new ScheduleId(property.Name);
                schedules.Add(id, ReadSchedule(id, section, holidays, findings));
            }
        }

        return schedules.ToImmutable();
    }

    private static WeeklySchedule ReadSchedule(ScheduleId id, Section section, ImmutableSortedSet<DateOnly> holidays, Findings findings)
    {
        var week = ImmutableSortedDictionary.CreateBuilder<DayOfWeek, ImmutableList<DayInterval>>();
        var days = Section.Open(section.Require("week", "an object with mon to sun"), SiteShapes.Week, findings);
        foreach (var (key, day) in Days)
        {
            if (days?.Find(key) is { } hours)
            {
                week.Add(day, Intervals(hours, findings));
            }
        }

        // Closed is the safe meaning of silence: a schedule that forgot the holidays opens nothing on them.
        return section.Find("holidays") switch
        {
            null or SiteNode.Text { Value: "closed" } => new WeeklySchedule(id, week.ToImmutable(), holidays, []),
            SiteNode.Text { Value: "asWeekday" } => new WeeklySchedule(id, week.ToImmutable(), [], []),
            SiteNode.Array hours => new WeeklySchedule(id, week.ToImmutable(), holidays, Intervals(hours, findings)),
            var other => Refuse(other, id, findings),
        };
    }

    private static WeeklySchedule Refuse(SiteNode holidays, ScheduleId id, Findings findings)
    {
        findings.Expected(holidays, "\"closed\", \"asWeekday\" or a list of hours such as [\"10:00-16:00\"]");
        return new WeeklySchedule(id, ImmutableSortedDictionary<DayOfWeek, ImmutableList<DayInterval>>.Empty, [], []);
    }

    private static WeeklySchedule AroundTheClock() => new(
        new ScheduleId(Always), Days.ToImmutableSortedDictionary(day => day.Day, _ => ImmutableList.Create(WholeDay)), [], []);

    private static ImmutableSortedSet<DateOnly> Holidays(SiteNode? value, Findings findings)
    {
        var dates = ImmutableSortedSet.CreateBuilder<DateOnly>();
        foreach (var item in Items(value, "a list of dates such as [\"2026-10-01\"]", findings))
        {
            if (item is SiteNode.Text text && DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                dates.Add(date);
            }
            else
            {
                findings.Expected(item, "a date written like \"2026-10-01\"");
            }
        }

        return dates.ToImmutable();
    }

    private static ImmutableList<DayInterval> Intervals(SiteNode value, Findings findings) =>
        [.. Items(value, "a list of hours such as [\"07:00-19:00\"]", findings).Select(item => Interval(item, findings)).OfType<DayInterval>()];

    private static DayInterval? Interval(SiteNode item, Findings findings)
    {
        if (item is not SiteNode.Text text || Hours().Match(text.Value) is not { Success: true } match)
        {
            findings.Expected(item, "hours written like \"07:00-19:00\", at most to 24:00");
            return null;
        }

        var interval = new DayInterval(Time(match, "h1", "m1"), Time(match, "h2", "m2"));
        if (interval.Until <= interval.From)
        {
            findings.Error(item, $"expected hours that end after they begin, found {item.Shown}; write a night as two parts, \"22:00-24:00\" today and \"00:00-06:00\" tomorrow");
            return null;
        }

        return interval;
    }

    private static IReadOnlyList<SiteNode> Items(SiteNode? value, string expected, Findings findings)
    {
        if (value is null or SiteNode.Array)
        {
            return (value as SiteNode.Array)?.Items ?? [];
        }

        findings.Expected(value, expected);
        return [];
    }

    private static TimeSpan Time(Match match, string hours, string minutes) =>
        new(int.Parse(match.Groups[hours].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[minutes].ValueSpan, CultureInfo.InvariantCulture), 0);

    [GeneratedRegex(@"\A(?<h1>[01][0-9]|2[0-3]):(?<m1>[0-5][0-9]) ?- ?((?<h2>[01][0-9]|2[0-3]):(?<m2>[0-5][0-9])|(?<h2>24):(?<m2>00))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Hours();
}
