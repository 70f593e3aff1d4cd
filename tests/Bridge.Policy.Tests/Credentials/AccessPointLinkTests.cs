using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Credentials;

public class AccessPointLinkTests
{
    static readonly Story[] Table =
    [
        new("the first contact, as with a door", r => Keypad(r, true), "LinkRestored"),
        new("away and back, each told once", r => Keypad(Keypad(Keypad(Keypad(r, true), false), false), true), "LinkRestored LinkLost LinkRestored"),
        new("never heard of, and still not: nothing new", r => Keypad(r, false), ""),
        new("after a start of the service the contact is new", r => Keypad(Keypad(r, true).Restart(), true), "LinkRestored BridgeStarted LinkRestored"),
        new("the door works on without it", r => Keypad(Keypad(r, true), false).Card(People.AnnCard),
            "LinkRestored LinkLost AccessGranted release(Credential 5s) show(AccessGranted)"),
        new("a keypad nobody knows", r => r.Do(new PolicyInput.AccessPointLinkSensed(r.Now, new("roof.keypad"), true, "")), ""),
    ];

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Says(string why) => Story.Tell(Table, why);

    [Fact]
    public void It_names_the_keypad_and_its_door()
    {
        var lost = Keypad(Keypad(new Run(), true), false).Event(EventKind.LinkLost);
        Assert.Equal((Lobby, LobbyKeypad, "as told"), (lost.Door, lost.AccessPoint, lost.Detail));
    }

    static Run Keypad(Run run, bool online) => run.Do(new PolicyInput.AccessPointLinkSensed(run.Now, LobbyKeypad, online, "as told"));
}
