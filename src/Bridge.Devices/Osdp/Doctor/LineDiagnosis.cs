using System.Globalization;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>From figures to words. A pure function: the same figures, the same words.</summary>
public static class LineDiagnosis
{
    /// <summary>A single one may be chance.</summary>
    private const int Pattern = 2;

    /// <summary>A driver chip of FTDI waits 16 ms before it hands over what it has.</summary>
    private static readonly TimeSpan AdapterFloor = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan AdapterCeiling = TimeSpan.FromMilliseconds(30);

    /// <summary>3 ms are usual. At this the reader alone halves the pace of a line of eight.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(40);

    /// <summary>The worst first; empty for a line that is well.</summary>
    public static IReadOnlyList<LineFinding> Of(QualityFigures figures)
    {
        List<LineFinding?> findings =
        [
            Silence(figures), Noise(figures), Clash(figures), WrongAddress(figures), Damage(figures), DamageOutward(figures), Floating(figures), Lost(figures),
            Adapter(figures), Reader(figures), Busy(figures), Echo(figures),
        ];
        return [.. findings.OfType<LineFinding>()];
    }

    private static LineFinding? Silence(QualityFigures figures) => figures.Silent < figures.Asked ? null : new LineFinding(
        LineTrouble.NobodyAnswers,
        $"none of {figures.Asked} questions got an answer, and the line was silent",
        "Is the reader powered? Swap A and B. If it is still silent its address or speed is another one: accessbridge osdp scan finds them.");

    private static LineFinding? Noise(QualityFigures figures) => figures.Answered > 0 || figures.NoiseOnly < Pattern ? null : new LineFinding(
        LineTrouble.OnlyNoise,
        $"after {figures.NoiseOnly} of {figures.Asked} questions bytes came that are no frames, and never an answer",
        "The speed is another one (accessbridge osdp scan), A and B are swapped, or something that does not speak OSDP is on the line.");

    private static LineFinding? Clash(QualityFigures figures)
    {
        var seen = figures.Identities > 1 ? $"{figures.Identities} different devices answered to the one question who is there"
            : figures.SecondReplies >= Pattern ? $"to {figures.SecondReplies} questions there were two answers"
            : IsMixed(figures) ? $"{figures.LongDamaged} of {figures.LongAsked} answers that name the device came mixed up, but {figures.ShortAnswered} of {figures.ShortAsked} "
                + "short ones, which are the same for all readers, came whole"
            : null;
        return seen is null ? null : new LineFinding(
            LineTrouble.AddressClash, seen,
            $"Two devices have address {figures.Address}. New readers all have address 0: connect them one at a time and give each an address of its own.");
    }

    /// <summary>Readers that answer at the same moment overlay each other: what differs between them is damaged, what is equal is not.</summary>
    private static bool IsMixed(QualityFigures figures) =>
        figures.LongAsked >= Pattern && figures.LongDamaged * 10 >= figures.LongAsked * 6 && figures.ShortAnswered * 10 >= figures.ShortAsked * 9;

    private static LineFinding? WrongAddress(QualityFigures figures) => figures.Strangers < Pattern ? null : new LineFinding(
        LineTrouble.WrongAddress,
        $"to {figures.Strangers} of {figures.Asked} questions for address {figures.Address} a device with another address answered",
        "Look for a device whose address switch is set wrong, or a second control panel that asks on the same wires.");

    private static LineFinding? Damage(QualityFigures figures)
    {
        var damaged = Math.Max(figures.CheckErrors, figures.CutOff);
        return damaged < Pattern || IsMixed(figures) ? null : new LineFinding(
            LineTrouble.DamagedReplies,
            $"of {figures.Asked} answers {figures.CheckErrors} came with a wrong check and {figures.CutOff} were cut off",
            "Reflections or noise. With the power off measure between A and B: 60 ohm is right (120 ohm at each end), 120 says that one is missing, less than 50 "
                + "that there is one too many. One cable from reader to reader without branches, its screen earthed at one end, and apart from power cables. "
                + "A lower speed stands more.");
    }

    private static LineFinding? DamageOutward(QualityFigures figures) => figures.CommandsDamaged < Pattern ? null : new LineFinding(
        LineTrouble.DamagedCommands,
        $"the reader says of {figures.CommandsDamaged} of {figures.Asked} questions that they arrived damaged",
        "The way to the reader is bad: look at the termination as for damaged answers, and whether the adapter drives the line strongly enough for its length.");

    private static LineFinding? Floating(QualityFigures figures)
    {
        var noisy = figures.NoiseBefore + figures.NoiseBehind;
        return noisy < Pattern || noisy * 20 < figures.Answered ? null : new LineFinding(
            LineTrouble.FloatingLine,
            $"bytes that nobody sent stand before {figures.NoiseBefore} and behind {figures.NoiseBehind} of {figures.Answered} answers",
            "Nobody holds the line while it rests. It needs a bias at one place: a resistor of 560 ohm to 1 kohm from A to plus and one from B to ground, "
                + "often a switch on the adapter. Adapter and readers also need a common ground wire.");
    }

    private static LineFinding? Lost(QualityFigures figures) => figures.Silent < Pattern || figures.Silent == figures.Asked ? null : new LineFinding(
        LineTrouble.LostReplies,
        $"{figures.Silent} of {figures.Asked} questions got no answer at all",
        "A loose wire, a supply that breaks down when the reader works, or a cable that is too long. Look at the terminals first, then at the voltage at the reader.");

    private static LineFinding? Adapter(QualityFigures figures)
    {
        var floor = figures.Thinking.Quantile(0.1);
        return floor < AdapterFloor || floor > AdapterCeiling || figures.AsOnTheWire > figures.InOneLump ? null : new LineFinding(
            LineTrouble.SlowAdapter,
            $"no answer came sooner than {Show(figures.Thinking.Shortest)}, and answers come in one lump: the adapter waits before it hands bytes over",
            "Adapters with an FTDI chip wait 16 ms. On Linux write 1 to /sys/bus/usb-serial/devices/ttyUSB0/latency_timer (a udev rule makes it last); "
                + "on Windows it is the latency timer of the port's advanced settings.");
    }

    private static LineFinding? Reader(QualityFigures figures)
    {
        var usual = figures.Thinking.Median;
        var isAdapter = Adapter(figures) is not null;
        return isAdapter || figures.Thinking.Count == 0 || usual < Slow ? null : new LineFinding(
            LineTrouble.SlowReader,
            $"the reader takes {Show(usual)} to answer (1 in 100 takes {Show(figures.Thinking.Quantile(0.99))}); 3 ms are usual and 200 ms the limit",
            "It keeps its neighbours waiting. Look for newer firmware or a setting for its reply delay, or give it a line of its own.");
    }

    private static LineFinding? Busy(QualityFigures figures) => figures.Busies * 10 < figures.Asked || figures.Busies < Pattern ? null : new LineFinding(
        LineTrouble.Busy,
        $"to {figures.Busies} of {figures.Asked} questions the reader said that it is busy",
        "It does something else, for example it loads a file or starts. If it stays so after a minute take its power away and give it back.");

    private static LineFinding? Echo(QualityFigures figures) => figures.Echoes * 2 < figures.Asked || figures.Echoes == 0 ? null : new LineFinding(
        LineTrouble.Echo,
        $"{figures.Echoes} of {figures.Asked} questions were heard back: the adapter listens while it sends",
        "AccessBridge knows its own voice and passes over it. Some adapters have a switch (local echo off).");

    private static string Show(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMilliseconds:0.0} ms");
}
