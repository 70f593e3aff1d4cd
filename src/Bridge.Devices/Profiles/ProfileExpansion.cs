using System.Globalization;
using System.Text;
using Bridge.Devices.Profiles.Documents;

namespace Bridge.Devices.Profiles;

/// <summary>Writes counted ranges out: relay with a count of 8 becomes relay1 to relay8, each with its own address.</summary>
internal static class ProfileExpansion
{
    public static DeviceProfile Expand(ProfileDocument document) => new()
    {
        Name = document.Name,
        Title = document.Title,
        Sources = document.Sources,
        Serial = document.Serial is { } serial ? new SerialDefaults(serial.Baud, serial.Parity, serial.DataBits, serial.StopBits, serial.Unit) : null,
        Requests = document.Requests is { } requests
            ? new RequestLimits(requests.MergeGap, requests.MaximumRegisters, requests.MaximumBits)
            : RequestLimits.Default,
        Inputs = [.. document.Inputs.SelectMany(input => Indexes(input.Count).Select(index => Expand(input, index)))],
        Outputs = [.. document.Outputs.SelectMany(output => Indexes(output.Count).Select(index => Expand(output, index)))],
        Settings = [.. document.Settings.SelectMany(setting => Indexes(setting.Count).Select(index => Expand(setting, index)))],
        Events = document.Events is { } events ? Expand(events) : null,
        Indicators = [.. document.Indicators.Select(Expand)],
        Identity = [.. document.Identity.Select(Expand)],
        Restart = document.Restart is { } restart
            ? new RestartSign(restart.Kind, restart.Table, restart.Address, restart.Registers, restart.LowWordFirst)
            : null,
    };

    private static InputProfile Expand(InputDocument input, int index) => new(
        Name(input.Name, input.Count, input.First, index),
        input.Use,
        new PointSource(input.Table, At(input.Address, input.Step, index), input.Bit, input.OnValue),
        input.ActiveLow,
        TimeSpan.FromMilliseconds(input.DebounceMilliseconds),
        input.Latch is { } latch ? new InputLatch(At(latch.Address, latch.Step, index), latch.ClearValue) : null,
        input.Counter is { } counter
            ? new InputCounter(counter.Table, At(counter.Address, counter.Step, index), counter.Bits / 16, counter.LowWordFirst)
            : null);

    private static OutputProfile Expand(OutputDocument output, int index) => new(
        Name(output.Name, output.Count, output.First, index),
        output.Use,
        new PointSource(output.ReadBack.Table, At(output.ReadBack.Address, output.ReadBack.Step, index), output.ReadBack.Bit, output.ReadBack.OnValue),
        Expand(output.Pulse, index),
        Expand(output.Off, index),
        output.SelfEnding,
        output.ExternalSetting,
        output.WatchdogMilliseconds is { } watchdog ? TimeSpan.FromMilliseconds(watchdog) : null);

    private static PulseTiming Expand(PulseDocument pulse, int index) => pulse switch
    {
        PulseDocument.CoilValue coil => new PulseTiming.CoilValue(At(coil.Address, coil.Step, index), Expand(coil.Units)),
        PulseDocument.RegisterValue register =>
            new PulseTiming.RegisterValue(At(register.Address, register.Step, index), register.Base, Expand(register.Units)),
        PulseDocument.LengthThenStart length => new PulseTiming.LengthThenStart(
            At(length.LengthAddress, length.LengthStep, index),
            length.LengthRegisters,
            length.LowWordFirst,
            new StartWrite(Expand(length.Start, index), length.StartRegisters),
            Expand(length.Units)),
        PulseDocument.FixedLength fixedLength => new PulseTiming.FixedLength(Expand(fixedLength.Start, index)),
        PulseDocument.Level level => new PulseTiming.Level(Expand(level.On, index)),
        _ => throw new InvalidOperationException($"No expansion for {pulse.GetType().Name}."),
    };

    private static PulseUnits Expand(UnitsDocument units) =>
        new(TimeSpan.FromTicks((long)(units.Milliseconds * TimeSpan.TicksPerMillisecond)), units.Minimum, units.Maximum);

    private static RegisterWrite Expand(WriteDocument write, int index) => new(write.Table, At(write.Address, write.Step, index), write.Value);

    private static RequiredSetting Expand(SettingDocument setting, int index) => new(
        Name(setting.Name, setting.Count, setting.First, index),
        setting.Table,
        At(setting.Address, setting.Step, index),
        setting.Value ?? setting.Minimum ?? 0,
        setting.Value ?? setting.Maximum ?? ushort.MaxValue,
        setting.Output is { } output ? Name(output, setting.Count, setting.First, index) : null,
        setting.Apply,
        setting.Why);

    private static EventSource Expand(EventsDocument events) => new(
        events.Name,
        events.Table,
        events.NewestAddress,
        events.OldestAddress,
        events.Overflow is { } flag ? new PointSource(flag.Table, flag.Address, flag.Bit, flag.OnValue) : null,
        Expand(events.Window),
        events.ReadPointerAddress,
        events.LookAheadAddress);

    private static EventWindow Expand(WindowDocument window) => new(
        window.Address,
        window.Registers,
        window.SequenceOffset,
        window.KindOffset,
        window.LengthOffset,
        window.AgeOffset,
        window.DataOffset,
        window.CardKind,
        window.PinKind,
        TimeSpan.FromMilliseconds(window.AgeUnitMilliseconds),
        window.AgeUnknown);

    private static Indicator Expand(IndicatorDocument indicator) =>
        new(indicator.Name, indicator.Address, new Dictionary<string, ushort>(indicator.Values, StringComparer.OrdinalIgnoreCase));

    private static IdentityCheck Expand(IdentityDocument identity) =>
        new(identity.Name, identity.Table, identity.Address, identity.Words ?? Words(identity.Text ?? ""));

    private static ushort[] Words(string text) =>
        [.. Encoding.ASCII.GetBytes(text.Length % 2 == 0 ? text : text + '\0').Chunk(2).Select(pair => (ushort)((pair[0] << 8) | pair[1]))];

    private static IEnumerable<int> Indexes(int? count) => Enumerable.Range(0, count ?? 1);

    private static string Name(string name, int? count, int first, int index) =>
        count is null ? name : name + (first + index).ToString(CultureInfo.InvariantCulture);

    private static ushort At(ushort address, ushort step, int index) => (ushort)(address + (step * index));
}
