using Bridge.Devices;
using Bridge.Devices.Profiles;
using Bridge.Host.Configuration.Reading;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The output that releases a lock: one that its device ends by itself, for every length that the door asks for.</summary>
internal static class LockOutput
{
    // To tell "never" from "not for so long": what no lock output can do for a second, it cannot do at all.
    private static readonly TimeSpan ShortRelease = TimeSpan.FromSeconds(1);

    public static PointId? Read(Section section, DoorTimes times, string door, PointBook book)
    {
        var node = section.Require("lock", "the output that releases the lock, written as \"device.point\"");
        if (book.Resolve(node) is not var (point, kind) || node is null)
        {
            return null;
        }

        if (!kind.OutputNames.Contains(point.Point))
        {
            book.Unknown(node, point, kind, "an output", kind.OutputNames);
            return null;
        }

        if (kind.CheckLockOutput(point.Point, ShortRelease) is OutputEligibility.Refused never)
        {
            section.Findings.Error(node, $"{point} cannot release a lock: {never.Reason}");
            return null;
        }

        CheckLength(section, "releaseTime", times.Release, point, kind);
        CheckLength(section, "extendedReleaseTime", times.ExtendedRelease, point, kind);
        CheckLength(section, "holdPulse", times.HoldPulse, point, kind);
        return book.Take(point, $"the lock of {door}", node) ? point : null;
    }

    private static void CheckLength(Section section, string key, TimeSpan time, PointId point, IDevicePoints kind)
    {
        if (kind.CheckLockOutput(point.Point, time) is OutputEligibility.Refused refused)
        {
            var hint = section.Find(key) is null ? $"the default {key} of {DurationText.Show(time)} is too long for it, set {key}" : $"shorten {key}";
            section.Findings.Error(section.Find(key) ?? section.Find("lock")!, $"{point} cannot release a lock for so long: {refused.Reason}; {hint}");
        }
    }
}
