using Bridge.Console.Supervision;
using Bridge.Host.Seats.Supervision;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Policy;
using Bridge.Policy.Doors;

namespace Bridge.Host.Tests.Seats.Supervision;

/// <summary>What is shown as the door's word is the door's word, and never what was asked of it.</summary>
public sealed class ReadBackTests
{
    [Theory]
    [InlineData(DoorMode.LockedDown, LockPhysicalState.Locked, 0.5, ReadBack.Waiting, "that may be from before it was asked")]
    [InlineData(DoorMode.LockedDown, LockPhysicalState.Locked, 1.5, ReadBack.Confirmed, "it said so since")]
    [InlineData(DoorMode.Locked, LockPhysicalState.Unlocked, 4.9, ReadBack.Waiting, "a bolt takes its time")]
    [InlineData(DoorMode.Locked, LockPhysicalState.Unlocked, 5.1, ReadBack.NotConfirmed, "not so long")]
    [InlineData(DoorMode.LockedDown, LockPhysicalState.Unknown, 6, ReadBack.NotConfirmed, "not known is not locked")]
    [InlineData(DoorMode.LockedDown, LockPhysicalState.Fault, 6, ReadBack.NotConfirmed, "broken is not locked")]
    [InlineData(DoorMode.Unlocked, LockPhysicalState.Unlocked, 2, ReadBack.Confirmed, "")]
    [InlineData(DoorMode.Unlocked, LockPhysicalState.Locked, 6, ReadBack.NotConfirmed, "people stand before it")]
    [InlineData(DoorMode.LockedOpen, LockPhysicalState.Unlocked, 2, ReadBack.Confirmed, "")]
    [InlineData(DoorMode.LockedDown, LockPhysicalState.NotMonitored, 60, ReadBack.NotMonitored, "nothing there says so")]
    public void OfALockThatCanBeReached(DoorMode mode, LockPhysicalState said, double seconds, ReadBack expected, string why) =>
        Assert.True(ModePicture.Read(Door(mode, said), State, TimeSpan.FromSeconds(seconds)) == expected, why);

    [Fact]
    public void WhatCannotBeReachedSaysNothing() =>
        Assert.Equal(ReadBack.Away, ModePicture.Read(Door(DoorMode.LockedDown, LockPhysicalState.Locked) with { Online = false }, State, TimeSpan.FromSeconds(60)));

    [Fact]
    public void WhoIsJustLetInIsNoFault()
    {
        var released = Door(DoorMode.Locked, LockPhysicalState.Unlocked) with { Energised = new EnergisedLock(new AccessId(1), ReleaseCause.Credential, TimeSpan.FromHours(1), true, false) };
        Assert.Equal(ReadBack.Waiting, ModePicture.Read(released, State, TimeSpan.FromMinutes(5)));
    }

    [Fact]
    public void AFireGoesBeforeEverything()
    {
        var burns = State with { Fire = State.Fire with { Latched = true }, Rules = Tower.Rules with { Doors = Tower.Rules.Doors.SetItem(Tower.Lobby, Tower.Rules.Doors[Tower.Lobby] with { FireRelease = true }) } };
        Assert.Equal(ReadBack.Fire, ModePicture.Read(Door(DoorMode.LockedDown, LockPhysicalState.Unlocked), burns, TimeSpan.FromSeconds(60)));
    }

    private static BuildingState State => BuildingState.Empty with { Rules = Tower.Rules };

    private static DoorState Door(DoorMode mode, LockPhysicalState said) => new(Tower.Lobby) { Mode = mode, Lock = said, Online = true };
}
