using Bridge.Devices.Profiles;
using static Bridge.Devices.Tests.Doors.DoorLineBench;

namespace Bridge.Devices.Tests.Doors;

/// <summary>In which order a unit's points are told, and what a host without room hears all the same.</summary>
public sealed class SayingOrderTests
{
    private static readonly PointId Fire = Point(1, "input8");

    [Theory]
    [InlineData(1, "a contact that was registered before it changed in the same poll")]
    [InlineData(0, "the host had no room for the unit's return either")]
    public void AFireAlarmIsOfferedToAHostThatHasNoRoom(double fullFrom, string why)
    {
        var bench = new DoorLineBench();
        var board = bench.AddMemory(1, "waveshare-relay-8-di", "relay1", "input1", "input8");
        bench.Uses[Point(1, "input1")] = PointUse.Contact;
        bench.Uses[Fire] = PointUse.Fire;
        TimeSpan? heard = null;
        var room = fullFrom > 0;
        bench.Host = happened =>
        {
            heard ??= happened is DeviceEvent.InputRead { Reading: PointReading.On } read && read.Point == Fire ? bench.Wire.Now : null;
            return room;
        };
        bench.Wire.At(TimeSpan.FromSeconds(fullFrom), () => room = false);
        bench.Wire.At(TimeSpan.FromSeconds(2), () => board.Discretes.UnionWith([0, 7]));
        bench.Wire.At(TimeSpan.FromSeconds(4), () => room = true);
        bench.Run(6);
        Assert.True(heard < TimeSpan.FromSeconds(2.3), $"{why}: heard at {heard}");
        var last = bench.Events.FindLastIndex(happened => happened is DeviceEvent.InputRead { Reading: PointReading.On } read && read.Point == Fire);
        Assert.True(last > bench.Events.FindIndex(happened => happened is DeviceEvent.Online), $"{why}: told in its place once there is room");
    }

    [Fact]
    public void WhatExplainsAnOpeningIsToldBeforeTheContactThatChangedInTheSamePoll()
    {
        var bench = new DoorLineBench();
        var board = bench.AddMemory(1, "waveshare-relay-8-di", "input1", "input2", "input3", "input8");
        bench.Uses[Point(1, "input1")] = PointUse.Contact;
        bench.Uses[Point(1, "input2")] = PointUse.LockSensor;
        bench.Uses[Point(1, "input3")] = PointUse.RequestToExit;
        bench.Uses[Fire] = PointUse.Fire;
        bench.Wire.At(TimeSpan.FromSeconds(2), () => board.Discretes.UnionWith([0, 1, 2, 7]));
        bench.Run(3);
        Assert.Equal(
            ["input8", "input3", "input2", "input1"],
            bench.Of<DeviceEvent.InputRead>().Where(read => read.Reading == PointReading.On).Select(read => read.Point.Point));
    }
}
