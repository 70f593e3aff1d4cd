using Bridge.Policy.Credentials;
using Bridge.Policy.Tests.Support;
using static Bridge.Policy.Tests.Support.Building;
using static Bridge.Policy.Tests.Support.People;

namespace Bridge.Policy.Tests.Credentials;

public class ReaderTrustTests
{
    const string Granted = "AccessGranted release(Credential 5s) show(AccessGranted)";
    const string NotTrusted = "AccessDenied(ReaderNotTrusted) show(AccessDenied)";

    static readonly Story[] Table =
    [
        new("its security failed: its reads open nothing", r => Trust(r, ReaderTrust.SecurityFailed).Card(AnnCard), $"ReaderSecurityFailed {NotTrusted}"),
        new("another device is there", r => Trust(r, ReaderTrust.Replaced).Card(AnnCard), $"ReaderReplaced {NotTrusted}"),
        new("two answer at its address: whose card was it?", r => Trust(r, ReaderTrust.AddressClash).Card(AnnCard), $"ReaderAddressClash {NotTrusted}"),
        new("it misbehaves", r => Trust(r, ReaderTrust.Faulty).Card(AnnCard), $"ReaderFault {NotTrusted}"),
        new("well again", r => Trust(Trust(r, ReaderTrust.AddressClash), ReaderTrust.Trusted).Card(AnnCard), $"ReaderAddressClash ReaderRestored {Granted}"),
        new("said twice, told once", r => Trust(Trust(r, ReaderTrust.Replaced), ReaderTrust.Replaced), "ReaderReplaced"),
        new("a second trouble on top of the first", r => Trust(Trust(r, ReaderTrust.AddressClash), ReaderTrust.SecurityFailed), "ReaderAddressClash"),
        new("well from the first: nothing to tell", r => Trust(r, ReaderTrust.Trusted), ""),
        new("a start alone does not make it well", r => Trust(r, ReaderTrust.AddressClash).Restart().Link(true).Card(AnnCard),
            $"ReaderAddressClash BridgeStarted LinkRestored {NotTrusted}"),
        new("a new configuration has its readers asked from the beginning",
            r => Trust(r, ReaderTrust.AddressClash).Do(new PolicyInput.ConfigurationApplied(r.Now, Rules)).Card(AnnCard),
            $"ReaderAddressClash ConfigurationApplied ReaderRestored {Granted}"),
        new("the door works on by its other readers", r => Trust(r, ReaderTrust.Replaced).Present(LobbyKeypad, ReadOf(AnnPin)), $"ReaderReplaced {Granted}"),
        new("a wrong PIN there is no guess", r => Trust(r, ReaderTrust.Faulty, LobbyKeypad).Present(LobbyKeypad, Unknown(CredentialKind.Pin)), $"ReaderFault {NotTrusted}"),
        new("a reader nobody knows", r => Trust(r, ReaderTrust.Replaced, new("roof.reader")), ""),
        new("in clear, and the site does not let it open this door", r => r.Do(new PolicyInput.ConfigurationApplied(r.Now, InClear)).Card(AnnCard),
            "ConfigurationApplied AccessDenied(ReaderInClear) show(AccessDenied)"),
        new("what is half done there is void", r => Trust(r.Present(StairsBoth, ReadOf(AnnCard)), ReaderTrust.AddressClash, StairsBoth).Present(StairsBoth, ReadOf(AnnPin)),
            $"show(RequirePin) ReaderAddressClash {NotTrusted}"),
    ];

    static BuildingRules InClear => Rules with { AccessPoints = Rules.AccessPoints.SetItem(LobbyReader, Rules.AccessPoints[LobbyReader] with { RefusedInClear = true }) };

    public static TheoryData<string> Rows => Story.Names(Table);

    [Theory, MemberData(nameof(Rows))]
    public void Says(string why) => Story.Tell(Table, why);

    [Fact]
    public void It_names_the_reader_and_its_door()
    {
        var told = Trust(new Run(), ReaderTrust.Replaced).Event(EventKind.ReaderReplaced);
        Assert.Equal((Lobby, LobbyReader, "as told"), (told.Door, told.AccessPoint, told.Detail));
    }

    [Theory]
    [InlineData(EnrolmentStep.Started, EventKind.ReaderEnrolmentStarted)]
    [InlineData(EnrolmentStep.Enrolled, EventKind.ReaderEnrolled)]
    [InlineData(EnrolmentStep.Ended, EventKind.ReaderEnrolmentEnded)]
    public void An_enrolment_is_told_and_changes_nothing(EnrolmentStep step, EventKind kind)
    {
        var run = new Run();
        var before = run.State;
        var told = run.Do(new PolicyInput.ReaderEnrolment(run.Now, LobbyReader, step, new("lead"), "main-reader: as told")).Event(kind);
        Assert.Equal((Lobby, LobbyReader, new ActorId("lead"), "main-reader: as told"), (told.Door, told.AccessPoint, told.Actor, told.Detail));
        Assert.Same(before, run.State);
        Assert.Null(run.Do(new PolicyInput.ReaderEnrolment(run.Now, null, step, null, "")).Event(kind).Door);
    }

    static Run Trust(Run run, ReaderTrust trust, AccessPointId? point = null) =>
        run.Do(new PolicyInput.ReaderTrustSensed(run.Now, point ?? LobbyReader, trust, "as told"));
}
