using System.Globalization;

namespace Bridge.Devices.Intercoms.Contacts;

/// <summary>The contact intercoms of one unit. Outlives the sessions of its line.</summary>
internal sealed class ContactPanels(IReadOnlyList<(ContactIntercomDefinition Definition, ContactIntercom Intercom)> panels)
{
    /// <param name="startedAt">Makes the call ids of this run others than those of the last.</param>
    public static ContactPanels Of(DeviceDefinition definition, DateTimeOffset startedAt)
    {
        var since = startedAt.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
        return new ContactPanels([.. definition.Intercoms.Select(panel => (panel, new ContactIntercom(definition.Device, panel, since)))]);
    }

    public bool IsEmpty => panels.Count == 0;

    /// <summary>An input as the host has taken it.</summary>
    public IEnumerable<DeviceEvent> Take(DeviceEvent.InputRead input, TimeSpan now) => panels
        .Where(panel => panel.Definition.Points.Contains(input.Point.Point))
        .SelectMany(panel => panel.Intercom.Take(input.Point.Point, input.Reading, now, input.ReadAt));

    public IEnumerable<DeviceEvent> Pass(TimeSpan now, long stamp) => panels.SelectMany(panel => panel.Intercom.Pass(now, stamp));

    public IEnumerable<DeviceEvent> Lose(IntercomEndReason reason, long stamp) => panels.SelectMany(panel => panel.Intercom.Lose(reason, stamp));
}
