using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Policy.Tests.Support;
using CsCheck;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Properties;

/// <summary>Random lives of a building. A step is an input without its time, and the time that passed before it.</summary>
static class Life
{
    static readonly Gen<DoorId> AnyDoor = OneOf(Lobby, Stairs, Garage);
    static readonly Gen<AccessPointId> AnyPoint = OneOf(LobbyReader, LobbyKeypad, StairsBoth, GarageEither);
    static readonly CredentialRead[] Reads = [.. Inputs.Reads()];

    // Mostly short waits, sometimes exactly a rule's time, now and then minutes.
    static readonly Gen<TimeSpan> Wait = Gen.Frequency(
        (6, Gen.Int[0, 900].Select(ms => TimeSpan.FromMilliseconds(ms))),
        (3, OneOf(Seconds(2), Seconds(3), Seconds(5), Seconds(8), Seconds(10), Seconds(20), Seconds(30), Seconds(60))),
        (1, Gen.Int[1, 400].Select(s => Seconds(s))));

    static readonly Gen<CredentialRead> Read = Gen.Select(Gen.Int[0, Reads.Length - 1], Gen.UInt[0, 3], (i, n) => Reads[i] with { Number = n });

    // A latched fire masks the rest of life: it has to be rare, and over again soon.
    static readonly Gen<FireReading> Readings = Gen.Int[0, 19].Select(i => i switch
    {
        0 => FireReading.Alarm,
        1 => FireReading.Fault,
        _ => FireReading.Normal,
    });

    // Out of a mode more often than into it, or every door ends locked down.
    static readonly Gen<DoorModeRequest> Modes = Gen.Int[0, 15].Select(i => i switch
    {
        < 3 => DoorModeRequest.Lock,
        < 8 => DoorModeRequest.LockDownRelease,
        < 12 => DoorModeRequest.LockOpenRelease,
        12 => DoorModeRequest.Unlock,
        13 => DoorModeRequest.Block,
        14 => DoorModeRequest.LockDown,
        _ => DoorModeRequest.LockOpen,
    });

    static readonly Gen<Func<Moment, PolicyInput>> Input = Gen.Frequency(
        (8, Of(AnyDoor, Gen.Enum<DoorPhysicalState>(), (at, d, c) => new PolicyInput.ContactSensed(at, d, c))),
        (4, Of(AnyDoor, Gen.Enum<LockPhysicalState>(), (at, d, l) => new PolicyInput.LockSensed(at, d, l))),
        (3, Of(AnyDoor, Gen.Bool, (at, d, on) => new PolicyInput.OutputSensed(at, d, on))),
        (3, Of(AnyDoor, OneOf<bool?>(true, true, false, false, null), (at, d, on) => new PolicyInput.RequestToExit(at, d, on))),
        (1, Of(AnyDoor, OneOf<bool?>(true, false, null), (at, d, on) => new PolicyInput.TamperSensed(at, d, on))),
        (3, Of(AnyDoor, OneOf(true, true, true, false), (at, d, on) => new PolicyInput.LinkSensed(at, d, on, ""))),
        (1, Of(AnyPoint, Gen.Bool, (at, p, on) => new PolicyInput.AccessPointLinkSensed(at, p, on, ""))),
        (2, Of(AnyPoint, OneOf(ReaderTrust.AddressClash, ReaderTrust.Trusted, ReaderTrust.Trusted), (at, p, t) => new PolicyInput.ReaderTrustSensed(at, p, t, ""))),
        (12, Of(AnyPoint, Read, (at, p, r) => new PolicyInput.CredentialPresented(at, p, r))),
        (2, Of(AnyDoor, Modes, (at, d, m) => new PolicyInput.ModeRequested(at, d, m, new("lead")))),
        (4, Of(OneOf(Panel, Sprinkler), Readings, (at, i, r) => new PolicyInput.FireSensed(at, i, r))),
        (3, Of(Gen.Bool, Gen.Bool, (at, _, _) => new PolicyInput.FireAcknowledged(at, new("lead")))),
        (1, Of(AnyPoint, Gen.Bool, (at, p, _) => new PolicyInput.LockoutReset(at, p, new("lead")))),
        (6, Of(Gen.Bool, Gen.Bool, (at, _, _) => new PolicyInput.Tick(at))));

    // Rare: they forget much, and a life that restarts at every turn learns little.
    static readonly Gen<Func<Moment, PolicyInput>> Upheaval = OneOf<Func<Moment, PolicyInput>>(
        at => new PolicyInput.BridgeStarted(at),
        at => new PolicyInput.ConfigurationApplied(at, Rules));

    public static readonly Gen<Step[]> Steps = Gen.Select(Wait, Gen.Frequency((60, Input), (1, Upheaval)), Gen.Enum<ReleaseOutcome>(), Gen.Bool)
        .Select((wait, input, outcome, ticked) => new Step(wait, input, outcome, ticked))
        .Array[300, 600];

    /// <param name="Outcome">What becomes of a release that this step asks for.</param>
    /// <param name="Ticked">Whether ticks came in between, or the input finds old timers still standing.</param>
    public sealed record Step(TimeSpan Wait, Func<Moment, PolicyInput> Input, ReleaseOutcome Outcome, bool Ticked);

    static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static Gen<Func<Moment, PolicyInput>> Of<TOne, TOther>(Gen<TOne> one, Gen<TOther> other, Func<Moment, TOne, TOther, PolicyInput> make) =>
        Gen.Select(one, other).Select(Func<Moment, PolicyInput> (pair) => at => make(at, pair.Item1, pair.Item2));
}
