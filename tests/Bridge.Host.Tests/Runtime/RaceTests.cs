using System.Diagnostics;
using System.Globalization;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Invariants;

namespace Bridge.Host.Tests.Runtime;

/// <summary>
/// Four hands at one open key, through the real queue, engine and journal: one grant, one pulse, every time, and no trace of anything else in the journal.
/// The long form: ADMISSION_RACES=1000000, in Release.
/// </summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private const int Usual = 1000;
    private const int OfOneJournal = 5000;

    private static int Races => int.Parse(Environment.GetEnvironmentVariable("ADMISSION_RACES") ?? Usual.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [Fact]
    public async Task FourPressesAtOnceAreOneGrantAndOnePulse()
    {
        var clock = Stopwatch.StartNew();
        var invariants = InvariantReport.None;
        var (raced, doubled, missed, lost) = (0, 0, 0, 0);
        while (raced < Races)
        {
            using var bench = EngineBench.Running();
            var race = new PressRace(bench, made => made.Engine.TakeTurn);
            await race.RunAsync(Math.Min(OfOneJournal, Races - raced));
            (raced, doubled, missed, lost) = (raced + race.Raced, doubled + race.Doubled, missed + race.Missed, lost + race.WrongPulses);
            invariants = invariants.And(JournalInvariants.Check(bench.Options.Path, bench.Time.GetUtcNow()));
            if (raced % 100_000 < OfOneJournal)
            {
                output.WriteLine($"{raced} races of {PressRace.Contenders}: {doubled} granted twice; {raced / clock.Elapsed.TotalSeconds:0} races/s");
            }
        }

        output.WriteLine($"{raced} races, {raced * (long)PressRace.Contenders} presses: {doubled} granted twice, {missed} not granted, {lost} pulses too many or too few; "
            + $"{raced / clock.Elapsed.TotalSeconds:0} races/s; 0 of {raced} bounds the rate at {3.0 / raced:E1} (95 %)");
        output.WriteLine(invariants.ToString());
        Assert.Equal((0, 0, 0), (doubled, missed, lost));
        Assert.Empty(invariants.Violations);
        Assert.Equal(raced, invariants.ByKey);
    }

    [Fact]
    public async Task WithoutTheCheckOfSingleUseTheSameRaceGrantsTwice()
    {
        using var bench = EngineBench.Running();
        bench.IsInOrder = false;
        var race = new PressRace(bench, made => new UncheckedEngine(made).TakeTurn);
        await race.RunAsync(100);
        var invariants = JournalInvariants.Check(bench.Options.Path, bench.Time.GetUtcNow());
        output.WriteLine($"control: {race.Raced} races, {race.Presses} presses: {race.Doubled} granted twice, {race.WrongPulses} pulses too many or too few");
        output.WriteLine(invariants.ToString());
        Assert.Equal(race.Raced, race.Doubled);
        Assert.True(race.WrongPulses > race.Raced / 2, $"only {race.WrongPulses} pulses too many: the pulses are not counted");
        Assert.Contains(invariants.Violations, one => one.Invariant == "evidence-used-twice");
    }
}
