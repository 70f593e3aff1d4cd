using Bridge.Devices.Doors;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Tests.Doors;

/// <summary>The parts of the line that need no wire: debounce, counters, sequences, card data, request merging, pace, memory of contact.</summary>
public sealed class PureRulesTests
{
    /// <summary>Samples as "milliseconds:raw", what is said as a string of readings; debounce 40 ms.</summary>
    public static TheoryData<string, string, string> Samples => new()
    {
        { "the first reading is believed at once", "0:1", "On" },
        { "the first reading is said even when off", "0:0", "Off" },
        { "a change that lasts is said once", "0:0 100:1 150:1 200:1", "Off On" },
        { "a change seen once is not said", "0:0 100:1", "Off" },
        { "bounce is ignored", "0:0 100:1 110:0 120:1 130:0 200:0", "Off" },
        { "bounce at the end of a real change delays it only", "0:0 100:1 110:0 120:1 165:1", "Off On" },
        { "exactly the debounce time counts", "0:0 100:1 140:1", "Off On" },
        { "just below it does not", "0:0 100:1 139:1", "Off" },
        { "401 ms of a button are always seen at 100 ms polls", "0:0 100:1 200:1 300:1 400:1 500:0 600:0", "Off On Off" },
    };

    [Theory, MemberData(nameof(Samples))]
    public void Debounces(string why, string samples, string said)
    {
        var state = new PointState(TimeSpan.FromMilliseconds(40));
        var heard = new List<PointReading>();
        foreach (var sample in samples.Split(' ').Select(sample => sample.Split(':')))
        {
            state.Sample(sample[1] == "1" ? PointReading.On : PointReading.Off, TimeSpan.FromMilliseconds(int.Parse(sample[0], null)));
            while (state.Unsaid is { } reading)
            {
                heard.Add(reading);
                state.Said(reading);
            }
        }

        Assert.True(said == string.Join(' ', heard), $"{why}: {string.Join(' ', heard)}");
    }

    [Fact]
    public void AHostThatDoesNotListenHearsTheLatestReadingLater()
    {
        var state = new PointState(TimeSpan.Zero);
        state.Sample(PointReading.Off, TimeSpan.Zero);
        state.Sample(PointReading.On, TimeSpan.FromSeconds(1));
        state.Sample(PointReading.Off, TimeSpan.FromSeconds(2));
        Assert.Equal(PointReading.Off, state.Unsaid);
        state.Said(PointReading.Off);
        Assert.Null(state.Unsaid);
    }

    [Fact]
    public void AClosingBetweenTwoPollsIsSaidAsOnAndOff()
    {
        var state = new PointState(TimeSpan.Zero);
        state.Sample(PointReading.Off, TimeSpan.Zero);
        state.WasBrieflyOn();
        Assert.Equal(PointReading.Off, state.Unsaid); // Before the first reading was said nothing is made of it: it may be an hour old.
        state.Said(PointReading.Off);
        state.WasBrieflyOn();
        Assert.Equal(PointReading.On, state.Unsaid);
        state.Said(PointReading.On);
        Assert.Equal(PointReading.Off, state.Unsaid);
        state.Said(PointReading.Off);
        Assert.Null(state.Unsaid);
    }

    /// <summary>As above; "+" is a closing that the device's own counter or latch has seen since the last sample.</summary>
    public static TheoryData<string, string, string> CountedSamples => new()
    {
        { "counted and still being watched: it is said once, when it has lasted", "0:0 100:1+ 150:1 200:1", "Off On" },
        { "and off again later", "0:0 100:1+ 150:1 200:0 250:0", "Off On Off" },
        { "counted, and gone before it had lasted", "0:0 100:1+ 110:0 200:0", "Off On Off" },
        { "seen first and counted after, gone before it had lasted", "0:0 100:1 110:0+ 200:0", "Off On Off" },
        { "seen first, counted while it is watched, lasts", "0:0 100:1 120:1+ 150:1 300:1", "Off On" },
        { "too short for any sample", "0:0 100:0+ 200:0", "Off On Off" },
        { "two closings: one that lasts, one too short", "0:0 100:1+ 150:1 200:0 250:0 300:0+", "Off On Off On Off" },
    };

    [Theory, MemberData(nameof(CountedSamples))]
    public void SaysACountedClosingOnce(string why, string samples, string said)
    {
        var state = new PointState(TimeSpan.FromMilliseconds(40));
        var heard = new List<PointReading>();
        foreach (var sample in samples.Split(' ').Select(sample => sample.Split(':')))
        {
            state.Sample(sample[1][0] == '1' ? PointReading.On : PointReading.Off, TimeSpan.FromMilliseconds(int.Parse(sample[0], null)));
            if (sample[1].EndsWith('+'))
            {
                state.WasBrieflyOn();
            }

            while (state.Unsaid is { } reading)
            {
                heard.Add(reading);
                state.Said(reading);
            }
        }

        Assert.True(said == string.Join(' ', heard), $"{why}: {string.Join(' ', heard)}");
    }

    public static TheoryData<string, int, bool, uint[], uint[]> Counters => new()
    {
        { "the first value is where we start", 1, false, [500], [0] },
        { "each closing counts once", 1, false, [5, 6, 6, 8], [0, 1, 0, 2] },
        { "16 bits wrap", 1, false, [65535, 0, 2], [0, 1, 2] },
        { "a restart to zero is not 60000 closings", 1, false, [5000, 0, 1], [0, 0, 1] },
        { "32 bits, high word first", 2, false, [0x0001FFFF, 0x00020000], [0, 1] },
        { "32 bits, low word first, wrap", 2, true, [0xFFFFFFFF, 1], [0, 2] },
    };

    [Theory, MemberData(nameof(Counters))]
    public void CountsClosings(string why, int registers, bool lowWordFirst, uint[] values, uint[] edges)
    {
        var counter = new EdgeCounter(new InputCounter(PointTable.Input, 0, registers, lowWordFirst));
        var seen = values.Select(value => counter.Next(Registers.Split(value, registers, lowWordFirst))).ToArray();
        Assert.True(edges.SequenceEqual(seen), $"{why}: {string.Join(' ', seen)}");
    }

    [Theory]
    [InlineData(0, 1, 1, "the first event of a fresh device")]
    [InlineData(7, 8, 1, "the next")]
    [InlineData(7, 7, 0, "none")]
    [InlineData(65535, 1, 1, "over the wrap: 0 is never given")]
    [InlineData(65534, 2, 3, "three over the wrap")]
    public void SequencesStep(int from, int to, int steps, string why) =>
        Assert.True(steps == EventSequence.Steps((ushort)from, (ushort)to), why);

    public static TheoryData<string, int, int, ushort[], string> Windows => new()
    {
        { "26 bits of a card, left aligned, trailing bits of the last read cleared", 1, 26, [0xA5C3, 0xFFFF], "26:A5C3FFC0" },
        { "32 bits", 1, 32, [0x1234, 0x5678], "32:12345678" },
        { "one bit", 1, 1, [0xFFFF], "1:80" },
        { "no bits is no card", 1, 0, [0xFFFF], "-" },
        { "more bits than registers is no card", 1, 129, [0], "-" },
        { "four digits", 2, 4, [0x3132, 0x3334], "1234" },
        { "five digits end in a high byte", 2, 5, [0x3132, 0x3334, 0x3500], "12345" },
        { "a letter is no PIN", 2, 2, [0x3141], "-" },
        { "no digits is no PIN", 2, 0, [0x3132], "-" },
        { "seventeen digits do not fit", 2, 17, [0x3132], "-" },
        { "an unknown kind", 3, 4, [0x3132, 0x3334], "-" },
    };

    [Theory, MemberData(nameof(Windows))]
    public void DecodesCredentials(string why, int kind, int length, ushort[] data, string expected)
    {
        var window = ProfileCatalog.Shipped.Find("generic-keypad-lock")!.Events!.Window;
        var registers = new ushort[window.Registers];
        registers[window.KindOffset] = (ushort)kind;
        registers[window.LengthOffset] = (ushort)length;
        data.CopyTo(registers, window.DataOffset);
        var text = CredentialDecoder.Decode(window, registers) switch
        {
            CredentialData.Card(var bits, var count) => $"{count}:{Convert.ToHexString(bits.Span)}",
            CredentialData.Pin(var digits) => digits,
            _ => "-",
        };
        Assert.True(expected == text, $"{why}: {text}");
    }

    public static TheoryData<string, string, int, string> Merges => new()
    {
        { "neighbours go together", "i2 i3 i4 i1", 8, "Input 1+4" },
        { "a small gap is read along", "i1 i10", 8, "Input 1+10" },
        { "a gap of nine is not", "i1 i11", 8, "Input 1+1, Input 11+1" },
        { "a profile may forbid gaps", "i1 i2 i4", 0, "Input 1+2, Input 4+1" },
        { "tables never mix", "c0 d0 h0 i0", 8, "Coil 0+1, Discrete 0+1, Holding 0+1, Input 0+1" },
        { "the same address is read once", "i2 i2 i2", 8, "Input 2+1" },
        { "no request is longer than the device takes", "i0 i8 i16 i24 i32 i40 i48 i56 i64", 8, "Input 0+57, Input 64+1" },
    };

    [Theory, MemberData(nameof(Merges))]
    public void MergesReads(string why, string points, int gap, string expected)
    {
        var spans = points.Split(' ').Select(point => new PollSpan(
            point[0] switch { 'c' => PointTable.Coil, 'd' => PointTable.Discrete, 'h' => PointTable.Holding, _ => PointTable.Input },
            ushort.Parse(point[1..], null),
            1));
        var plan = PollPlan.Of(spans, new RequestLimits(gap, 64, 512));
        var text = string.Join(", ", plan.Requests.Select(request => $"{request.Table} {request.Address}+{request.Count}"));
        Assert.True(expected == text, $"{why}: {text}");
    }

    [Fact]
    public void ProbesOfADeadUnitGrowRarerAndMostAreShort()
    {
        var pace = new UnitPace(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(500));
        var now = TimeSpan.Zero;
        pace.Took(TimeSpan.FromMilliseconds(5));
        pace.Succeeded(now);
        var log = new List<string>();
        for (var attempt = 0; attempt < 12; attempt++)
        {
            now = pace.Due;
            log.Add($"{now.TotalSeconds:0.#}/{pace.Timeout.TotalMilliseconds:0}");
            pace.Failed(now);
        }

        Assert.Equal("0.1/100 0.6/300 1.1/100 2.1/100 4.1/100 8.1/100 16.1/300 32.1/100 62.1/100 92.1/100 122.1/300 152.1/100", string.Join(' ', log));
    }

    [Fact]
    public void OneOutageIsSaidOnceHoweverTheLineEnds()
    {
        var memory = new UnitMemory(new DeviceId("lock"));
        var said = new List<string>();
        bool Hear(DeviceEvent happened)
        {
            said.Add(happened.GetType().Name);
            return true;
        }

        memory.WentOnline(1);
        memory.Say(Hear);
        memory.WentOffline(2, "no answer");
        memory.Say(Hear);
        memory.WentOffline(3, "the line was lost");
        memory.Say(Hear);
        memory.WentOnline(4);
        memory.WentOffline(5, "again"); // A return that nobody heard of is not worth two events.
        memory.Say(Hear);
        memory.WentOnline(6);
        memory.Say(Hear);
        Assert.Equal(["Online", "Offline", "Online"], said);
    }
}
