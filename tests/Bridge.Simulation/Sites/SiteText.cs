using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bridge.Host.Configuration;
using Bridge.Simulators.Building;

namespace Bridge.Simulation.Sites;

/// <summary>Writes a plan as a site file and has the product's own loader read it.</summary>
internal static class SiteText
{
    private static readonly (DayOfWeek Day, string Key)[] Days =
    [
        (DayOfWeek.Monday, "mon"), (DayOfWeek.Tuesday, "tue"), (DayOfWeek.Wednesday, "wed"), (DayOfWeek.Thursday, "thu"),
        (DayOfWeek.Friday, "fri"), (DayOfWeek.Saturday, "sat"), (DayOfWeek.Sunday, "sun"),
    ];

    public static string Of(SitePlan plan) => Write(plan).ToJsonString();

    public static SiteConfiguration Load(SitePlan plan, string folder)
    {
        var text = Of(plan);
        return ConfigurationLoader.Read(Path.Combine(folder, "site.json"), Encoding.UTF8.GetBytes(text)) switch
        {
            LoadResult.Loaded loaded => loaded.Configuration,
            LoadResult.Refused refused => throw new InvalidOperationException($"{string.Join('\n', refused.Errors)}\n{text}"),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static JsonObject Write(SitePlan plan) => new()
    {
        ["site"] = "simulated",
        ["timeZone"] = plan.TimeZone,
        ["lines"] = Object(SimulatedBuilding.Plan.Lines.Select((line, index) => (line.Id, (JsonNode)new JsonObject
        {
            ["kind"] = "modbusTcp", ["host"] = "127.0.0.1", ["port"] = 502 + index,
        }))),
        ["devices"] = Object(SimulatedBuilding.Plan.Lines.SelectMany(line => line.Devices.Select(device => (device.Id, (JsonNode)Device(line, device))))),
        ["schedules"] = Object(plan.Schedules.Select(hours => (hours.Id, (JsonNode)Schedule(hours)))),
        ["holidays"] = List(plan.Holidays.Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        ["accessLevels"] = Object(plan.Levels.Select(level => (level.Id, (JsonNode)new JsonObject
        {
            ["doors"] = List(level.Doors.Where(door => plan.Door(door) is not null)), ["schedule"] = level.Schedule,
        }))),
        ["doors"] = Object(plan.Doors.Select(door => (door.Id, (JsonNode)Door(door)))),
        ["fireInputs"] = new JsonObject
        {
            ["panel"] = Input(SimulatedBuilding.Panel, "alarm"), ["sprinkler"] = Input(SimulatedBuilding.Sprinkler, "alarm"),
        },
        ["lockout"] = new JsonObject
        {
            ["wrongPins"] = plan.WrongPins, ["first"] = Time(plan.FirstLockout), ["longest"] = Time(plan.LongestLockout),
        },
    };

    private static JsonObject Device(LinePlan line, DevicePlan device) => new JsonObject
    {
        ["line"] = line.Id,
        ["unit"] = device.Unit,
        ["profile"] = device.Model == DeviceModel.KeypadLock ? "generic-keypad-lock" : "waveshare-relay-8-di",
    };

    private static JsonObject Door(PlannedDoor door)
    {
        var wiring = SimulatedBuilding.Door(door.Id);
        var text = new JsonObject
        {
            ["name"] = new JsonObject { ["zh"] = door.Id, ["en"] = door.Id },
            ["lock"] = wiring.Lock,
            ["requestToExit"] = Input(wiring.Rex!, "pressed"),
            ["tamper"] = Input(wiring.Tamper!, "tampered"),
            ["releaseTime"] = Time(door.ReleaseTime),
            ["extendedReleaseTime"] = Time(door.ExtendedReleaseTime),
            ["openTime"] = Time(door.OpenTime),
            ["holdPulse"] = Time(door.HoldPulse),
            ["fireRelease"] = door.FireRelease,
            ["readers"] = new JsonObject
            {
                ["outside"] = new JsonObject
                {
                    ["source"] = $"{wiring.Reader}.reader",
                    ["authentication"] = door.Authentication,
                    ["secondFactorTime"] = Time(door.SecondFactorTime),
                    ["maximumReadAge"] = Time(door.MaximumReadAge),
                },
            },
        };
        if (door.HasContact)
        {
            text["contact"] = Input(wiring.Contact!, wiring.ContactClosedIsOn ? "closed" : "open");
        }

        if (door.HasBolt)
        {
            text["lockSensor"] = Input(wiring.Bolt!, "locked");
        }

        return text;
    }

    // What is on a keypad lock the profile knows; a general input has to be told.
    private static JsonObject Input(string point, string meaning) => point.Contains(".input", StringComparison.Ordinal)
        ? new JsonObject { ["point"] = point, ["onMeans"] = meaning }
        : new JsonObject { ["point"] = point };

    private static JsonObject Schedule(PlannedHours hours) => new JsonObject
    {
        ["week"] = Object(Days.Select(day => (day.Key, (JsonNode)List(Spans(hours.Week[day.Day]))))),
        ["holidays"] = hours.HolidayHours is { } holiday ? holiday.Count == 0 ? "closed" : List(Spans(holiday)) : "asWeekday",
    };

    private static IEnumerable<string> Spans(IReadOnlySet<int> hours) => hours.Order().Select(hour => $"{hour:00}:00-{hour + 1:00}:00");

    private static string Time(TimeSpan time) => $"{time.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s";

    private static JsonArray List(IEnumerable<string> items) => [.. items.Select(item => JsonValue.Create(item))];

    private static JsonObject Object(IEnumerable<(string Key, JsonNode Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value)));
}
