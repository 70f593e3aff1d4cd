using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Policy;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Host.Tests.Translation;

/// <summary>What is written can be read, byte for byte, for every input there is.</summary>
public sealed class JournalCodecTests
{
    private static readonly Moment At = new(TimeSpan.FromTicks(12_345_678), new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.FromHours(8)));
    private static readonly ActorId Actor = new("领班-1");
    private static readonly CredentialFacts Facts = new(
        new CredentialId("c1"), new HolderId("h1"), CredentialKind.Card, At.Wall, null, CredentialDisabled.No, Duress: false, ExtendedTime: true, [new AccessLevelId("residents")]);

    private static readonly PolicyInput[] Inputs =
    [
        new PolicyInput.ConfigurationApplied(At, Tower.Rules),
        new PolicyInput.BridgeStarted(At),
        new PolicyInput.Tick(At),
        new PolicyInput.ContactSensed(At, Tower.Lobby, DoorPhysicalState.Open),
        new PolicyInput.LockSensed(At, Tower.Lobby, LockPhysicalState.Fault),
        new PolicyInput.OutputSensed(At, Tower.Lobby, On: true),
        new PolicyInput.RequestToExit(At, Tower.Lobby, Active: true),
        new PolicyInput.TamperSensed(At, Tower.Lobby, Active: false),
        new PolicyInput.LinkSensed(At, Tower.Lobby, Online: false, "单元 3 \"silent\""),
        new PolicyInput.CredentialPresented(At, Tower.LobbyReader, new CredentialRead(CredentialKind.Card, uint.MaxValue, TimeSpan.FromSeconds(1), true, [Facts])),
        new PolicyInput.ReleaseEnded(At, Tower.Lobby, new AccessId(long.MaxValue), ReleaseOutcome.Unknown, "no answer"),
        new PolicyInput.FireSensed(At, Tower.Panel, FireReading.Alarm),
        new PolicyInput.FireAcknowledged(At, Actor),
        new PolicyInput.ModeRequested(At, Tower.Lobby, DoorModeRequest.LockDown, Actor),
        new PolicyInput.LockoutReset(At, Tower.LobbyReader, Actor),
        new PolicyInput.ClockAccepted(At, Actor),
        new PolicyInput.AccessPointLinkSensed(At, Tower.LobbyReader, Online: true, "online"),
        new PolicyInput.ReaderTrustSensed(At, Tower.LobbyReader, ReaderTrust.AddressClash, "two answer"),
        new PolicyInput.ReaderEnrolment(At, Tower.LobbyReader, EnrolmentStep.Started, Actor, "main-reader: from its own key"),
        .. DeskInputs.All(At),
    ];

    public static TheoryData<string> Kinds => [.. typeof(PolicyInput).GetNestedTypes().Select(type => type.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void AnInputSurvivesItsJournal(string kind)
    {
        var inputs = Inputs.Where(input => input.GetType().Name == kind).ToList();
        Assert.NotEmpty(inputs);
        foreach (var input in inputs)
        {
            var body = JournalCodec.Encode(input);
            var read = JournalCodec.DecodeInput(body);
            Assert.Equal(input.GetType(), read.GetType());
            Assert.Equal(body, JournalCodec.Encode(read));
            Assert.StartsWith($"{{\"kind\":\"{kind}\"", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheReadInputIsDecidedLikeTheWrittenOne() => Decided(Inputs);

    [Fact]
    public void ADayAtTheDeskIsReadAsItWasWritten()
    {
        // Of everything a desk remembers something has gone through.
        var desk = Decided([.. DeskInputs.All(At)]).Admission;
        Assert.True(desk is { Cases.IsEmpty: false, Announcements.IsEmpty: false, Tours.IsEmpty: false, Calls.IsEmpty: false, Recognitions.IsEmpty: false });
        Assert.True(desk is { ForgottenCards.IsEmpty: false, PaperSheets.IsEmpty: false, LastRecords.IsEmpty: false });
        Assert.Contains(desk.Cases.Values, one => !one.Evidence.IsEmpty && !one.Grants.IsEmpty);
        Assert.Contains(desk.Cases.Values, one => one.Request is not null);
    }

    private static BuildingState Decided(IReadOnlyList<PolicyInput> inputs)
    {
        var (written, read) = (BuildingState.Empty, BuildingState.Empty);
        foreach (var input in inputs)
        {
            written = BuildingPolicy.Decide(written, input).Next;
            read = BuildingPolicy.Decide(read, JournalCodec.DecodeInput(JournalCodec.Encode(input))).Next;
            read = JournalCodec.DecodeState(JournalCodec.Encode(read));
            Assert.Equal(JournalCodec.Encode(written), JournalCodec.Encode(read));
        }

        return written;
    }

    [Theory]
    [InlineData("""{"kind":"Tick","At":{"Elapsed":"00:00:01","Wall":"2026-03-02T09:00:00+08:00"},"More":1}""", "a member that is not known")]
    [InlineData("""{"kind":"Tack","At":{"Elapsed":"00:00:01","Wall":"2026-03-02T09:00:00+08:00"}}""", "a kind that is not known")]
    [InlineData("null", "nothing")]
    public void WhatIsNotUnderstoodIsNotGuessed(string body, string why) =>
        Assert.True(Assert.ThrowsAny<Exception>(() => JournalCodec.DecodeInput(body)) is System.Text.Json.JsonException, why);

    [Fact]
    public void PeoplesWordsStayReadable() => Assert.Contains("领班-1", JournalCodec.Encode(Inputs[12]), StringComparison.Ordinal);
}
