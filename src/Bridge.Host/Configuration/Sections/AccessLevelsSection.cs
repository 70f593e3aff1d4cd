using System.Collections.Immutable;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Configuration.Sections;

/// <summary>Which doors, and when: what the register gives to people.</summary>
internal static class AccessLevelsSection
{
    public static ImmutableSortedDictionary<AccessLevelId, AccessLevel> Read(
        Section site, IReadOnlyCollection<string> doors, IReadOnlyCollection<string> schedules, Findings findings)
    {
        var levels = ImmutableSortedDictionary.CreateBuilder<AccessLevelId, AccessLevel>();
        foreach (var property in Identifiers.Named(site.Find("accessLevels"), "access level", findings))
        {
            if (Section.Open(property.Value, SiteShapes.AccessLevel, findings) is not { } section)
            {
                continue;
            }

            var id = new AccessLevelId(property.Name);
            var schedule = Schedule(section, schedules, findings);
            levels.Add(id, new AccessLevel(id, [.. Doors(section, doors, findings).Select(door => new DoorId(door))], new ScheduleId(schedule)));
        }

        return levels.ToImmutable();
    }

    private static IEnumerable<string> Doors(Section section, IReadOnlyCollection<string> doors, Findings findings)
    {
        const string expected = "\"all\" or a list of doors";
        switch (section.Require("doors", expected))
        {
            case SiteNode.Text { Value: "all" }:
                return doors;
            case SiteNode.Array list:
                return [.. list.Items.Select(item => Door(item, doors, findings)).OfType<string>()];
            case { } other:
                findings.Expected(other, expected);
                return [];
            default:
                return [];
        }
    }

    private static string? Door(SiteNode item, IReadOnlyCollection<string> doors, Findings findings)
    {
        if (item is not SiteNode.Text text)
        {
            findings.Expected(item, "the name of a door");
            return null;
        }

        if (!doors.Contains(text.Value) && !findings.Doubts("$.doors"))
        {
            findings.Error(item, $"there is no door {item.Shown} under doors, {NearestName.Advice(text.Value, doors)}");
        }

        return text.Value;
    }

    private static string Schedule(Section section, IReadOnlyCollection<string> schedules, Findings findings)
    {
        // Not named means always: an access level without hours is the common one.
        if (section.Text("schedule", "the name of a schedule") is not { } name)
        {
            return SchedulesSection.Always;
        }

        if (!schedules.Contains(name) && !findings.Doubts("$.schedules"))
        {
            findings.Error(section.Find("schedule")!,
                $"there is no schedule \"{Printable.Of(name, 40)}\" under schedules, {NearestName.Advice(name, schedules)}");
        }

        return name;
    }
}
