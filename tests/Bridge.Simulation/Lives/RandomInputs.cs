using Bridge.Policy;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using Bridge.Simulation.Sites;

namespace Bridge.Simulation.Lives;

/// <summary>Inputs of one building without end, and without a world behind them: anything may follow anything.</summary>
internal sealed class RandomInputs(Random random)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly ActorId Actor = new("local-operator");
    private static readonly string[] Levels = ["residents", "staff", "watch", "guests"];

    private readonly SitePlan[] plans = [.. Enumerable.Range(0, 4).Select(_ => SiteDraw.Draw(random, new DateOnly(2026, 1, 1)))];
    private BuildingRules[]? rules;
    private TimeSpan elapsed;
    private uint number;

    // The loader wants to know where the site file is; nothing is read or written there.
    private BuildingRules[] Rules => rules ??= [.. plans.Select(plan => SiteText.Load(plan, Path.GetTempPath()).Rules)];

    public PolicyInput Next(int step)
    {
        elapsed += TimeSpan.FromMilliseconds(random.Next(10) == 0 ? random.Next(200_000) : random.Next(3_000));
        var at = new Moment(elapsed, Start + elapsed);
        if (step % 1_000 == 0)
        {
            return new PolicyInput.ConfigurationApplied(at, Rules[step / 1_000 % Rules.Length]);
        }

        var door = new DoorId(Pick(SimulatedBuilding.Doors));
        var point = new AccessPointId($"{door}.outside");
        return random.Next(100) switch
        {
            < 18 => new PolicyInput.CredentialPresented(at, point, Read()),
            < 32 => new PolicyInput.ContactSensed(at, door, Any<DoorPhysicalState>()),
            < 40 => new PolicyInput.LockSensed(at, door, Any<LockPhysicalState>()),
            < 46 => new PolicyInput.OutputSensed(at, door, Chance(2)),
            < 52 => new PolicyInput.RequestToExit(at, door, Chance(2)),
            < 55 => new PolicyInput.TamperSensed(at, door, Chance(2)),
            < 62 => new PolicyInput.LinkSensed(at, door, !Chance(4), "detail"),
            < 72 => new PolicyInput.ReleaseEnded(at, door, Chance(4) ? null : new AccessId(random.Next(50_000)), Any<ReleaseOutcome>(), "detail"),
            < 78 => new PolicyInput.ModeRequested(at, door, Any<DoorModeRequest>(), Actor),
            < 81 => new PolicyInput.FireSensed(at, new FireInputId(Chance(2) ? "panel" : "sprinkler"), Chance(8) ? FireReading.Alarm : FireReading.Normal),
            < 84 => new PolicyInput.FireAcknowledged(at, Actor),
            < 85 => new PolicyInput.LockoutReset(at, point, Actor),
            < 86 when Chance(5) => new PolicyInput.BridgeStarted(at),
            _ => new PolicyInput.Tick(at),
        };
    }

    private CredentialRead Read()
    {
        var kind = Chance(2) ? CredentialKind.Card : CredentialKind.Pin;
        return new CredentialRead(kind, ++number, TimeSpan.FromSeconds(random.Next(4)), Chance(10), Chance(4) ? [] : [Facts(kind)]);
    }

    private CredentialFacts Facts(CredentialKind kind) => new(
        new CredentialId($"credential-{random.Next(1000):000}"),
        new HolderId($"holder-{random.Next(5)}"),
        kind,
        ValidFrom: null,
        ValidUntil: null,
        CredentialDisabled.No,
        Duress: kind == CredentialKind.Pin && Chance(9),
        ExtendedTime: Chance(4),
        [.. Levels.Select(level => new AccessLevelId(level))]);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private T Any<T>()
        where T : struct, Enum => Pick(Enum.GetValues<T>());

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
