using Bridge.Devices.Intercoms;
using Bridge.Devices.Intercoms.Contacts;

namespace Bridge.Devices.Tests.Intercoms;

/// <summary>Units with contacts of their own: what closes there names its unit, and what all share names nobody.</summary>
public sealed class ButtonTests
{
    private static readonly ContactIntercomDefinition Block = new("rear",
    [
        new ContactSet(null) { Hook = "hook", Unlock = "key" },
        new ContactSet("1203") { Call = "bell-1203", Hook = "hook-1203", Unlock = "key-1203" },
        new ContactSet("0805") { Call = "bell-0805", Unlock = "key-0805" },
        new ContactSet("0903") { Call = "bell-0903" },
    ]);

    public static TheoryData<string, string, string> Scripts => new()
    {
        { "bell-1203 hook-1203 key-1203 -hook-1203", "Started@1203 Ringing@1203 Answered@1203 UnlockRequested@1203 Ended@1203", "all of it is the unit's own" },
        { "bell-1203 key", "Started@1203 Ringing@1203 UnlockRequested@-", "whoever lives in the house can press the shared key" },
        { "bell-1203 key-0805", "Started@1203 Ringing@1203 UnlockRequested@0805!", "the neighbour's key is outside of this call" },
        { "key-1203", "UnlockRequested@1203!", "outside of any call" },
        { "bell-0805 hook-1203", "Started@0805 Ringing@0805", "the neighbour's handset" },
        { "bell-0805 hook key-0805 -hook", "Started@0805 Ringing@0805 Answered@0805 UnlockRequested@0805 Ended@0805", "a handset that all share, and a key of its own" },
        { "bell-0903 hook key", "Started@0903 Ringing@0903 Answered@0903 UnlockRequested@-", "only the bell is its own" },
        { "bell-1203 bell-0805 key-1203", "Started@1203 Ringing@1203 Ended@1203 Started@0805 Ringing@0805 UnlockRequested@1203!", "a key for the call before" },
        { "bell-1203 hook-1203 -hook-1203 key-1203", "Started@1203 Ringing@1203 Answered@1203 Ended@1203 UnlockRequested@1203!", "a key after the call" },
    };

    [Theory, MemberData(nameof(Scripts))]
    public void WhatClosesIsToldOfWhomItIs(string script, string told, string why)
    {
        Assert.Equal(told + $" ({why})", Play(Block, script) + $" ({why})");
    }

    [Theory]
    [InlineData("bell-0805 3 -bell-0805 4 bell-0805", 1, "the pause between two rings")]
    [InlineData("bell-0805 1 -bell-0805 7 bell-0805", 2, "it was silent, and somebody pressed again")]
    [InlineData("bell-0805 1 -bell-0805 7 bell-1203", 2, "another unit")]
    public void WithoutAHookASecondPressAfterASilenceIsAnotherCall(string script, int calls, string why)
    {
        var block = Block with { Sets = [.. Block.Sets.Where(set => set.Unit is not null).Select(set => set with { Hook = null })] };
        Assert.True(Play(block, script).Split(' ').Count(told => told.StartsWith("Started", StringComparison.Ordinal)) == calls, why);
    }

    private static string Play(ContactIntercomDefinition block, string script)
    {
        var intercom = new ContactIntercom(new DeviceId("board"), block, "0");
        foreach (var point in block.Points)
        {
            Assert.Empty(intercom.Take(point, PointReading.Off, TimeSpan.Zero, 0));
        }

        var now = TimeSpan.FromSeconds(1);
        var told = new List<DeviceEvent>();
        foreach (var word in script.Split(' '))
        {
            if (int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var seconds))
            {
                now += TimeSpan.FromSeconds(seconds);
                told.AddRange(intercom.Pass(now, 0));
            }
            else
            {
                now += TimeSpan.FromSeconds(0.2);
                told.AddRange(intercom.Take(word.TrimStart('-'), word[0] == '-' ? PointReading.Off : PointReading.On, now, 0));
            }
        }

        return string.Join(' ', told.OfType<DeviceEvent.IntercomCall>().Select(call => $"{call.Kind}@{call.Unit ?? "-"}{(call.CallId.Length == 0 ? "!" : "")}"));
    }
}
