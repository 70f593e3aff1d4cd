using Bridge.Devices.Doors;

namespace Bridge.Devices.Tests.Doors;

/// <summary>An outage is said once, whatever else waits to be said.</summary>
public sealed class OutageSayingTests
{
    private static readonly DeviceId Device = new("unit1");

    [Fact]
    public void A_remark_that_waits_does_not_make_one_outage_two()
    {
        var memory = new UnitMemory(Device);
        var heard = new List<DeviceEvent>();
        memory.WentOffline(1, "silent");
        Assert.True(memory.Say(Take));
        memory.Remark(DeviceRemark.SettingDiffers, "something else", 2);
        memory.WentOffline(3, "still silent");
        Assert.True(memory.Say(Take));
        Assert.Single(heard.OfType<DeviceEvent.Offline>());

        memory.WentOnline(4);
        Assert.True(memory.Say(Take));
        memory.WentOffline(5, "again");
        Assert.True(memory.Say(Take));
        Assert.Equal(2, heard.OfType<DeviceEvent.Offline>().Count());

        bool Take(DeviceEvent happened)
        {
            heard.Add(happened);
            return true;
        }
    }

    [Fact]
    public void A_return_that_nobody_heard_of_is_not_said()
    {
        var memory = new UnitMemory(Device);
        memory.WentOffline(1, "silent");
        Assert.True(memory.Say(_ => true));
        memory.WentOnline(2);
        memory.WentOffline(3, "silent again");
        Assert.False(memory.HasUnsaid);
    }
}
