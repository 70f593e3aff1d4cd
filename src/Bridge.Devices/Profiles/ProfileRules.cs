using Bridge.Devices.Profiles.Documents;

namespace Bridge.Devices.Profiles;

/// <summary>What must hold of a file before its counted ranges can be written out.</summary>
internal static class ProfileRules
{
    /// <summary>More points of one kind than this in one device is a slip of the pen.</summary>
    private const int MostPoints = 64;

    private const int LastAddress = ushort.MaxValue;

    public static string? FirstProblem(ProfileDocument document)
    {
        if (document.Name.Length == 0 || document.Name.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            return $"name: '{document.Name}' must be of lower-case letters, digits and '-'";
        }

        if (document.Sources.Count == 0 || document.Sources.Any(string.IsNullOrWhiteSpace))
        {
            return "sources: name at least one document that the numbers come from";
        }

        return document.Inputs.Select((input, index) => Of(input, $"inputs[{index}]"))
            .Concat(document.Outputs.Select((output, index) => Of(output, $"outputs[{index}]")))
            .Concat(document.Settings.Select((setting, index) => Of(setting, $"settings[{index}]")))
            .Concat(document.Identity.Select((identity, index) => Of(identity, $"identity[{index}]")))
            .Append(Of(document.Requests))
            .Append(Of(document.Events))
            .Append(BootNumber(document))
            .Append(document.Restart is { Registers: not (1 or 2) } ? "restart: registers must be 1 or 2" : null)
            .FirstOrDefault(problem => problem is not null);
    }

    private static string? Of(InputDocument input, string place) =>
        Range(place, input.Name, input.Count, input.First)
        ?? Addresses(place, input.Address, input.Step, input.Count)
        ?? Bits(place, input.Table, input.Bit, input.OnValue)
        ?? (input.DebounceMilliseconds is < 0 or > 10_000 ? $"{place}: debounceMilliseconds must be 0 to 10000" : null)
        ?? (input.Latch is { } latch ? Addresses($"{place}.latch", latch.Address, latch.Step, input.Count) : null)
        ?? (input.Counter is { } counter ? Of(counter, input.Count, $"{place}.counter") : null);

    private static string? Of(CounterDocument counter, int? count, string place) =>
        counter.Bits is not (16 or 32) ? $"{place}: bits must be 16 or 32"
        : counter.Table is PointTable.Coil or PointTable.Discrete ? $"{place}: a counter is in holding or input registers"
        : Addresses(place, counter.Address, counter.Step, count);

    private static string? Of(OutputDocument output, string place) =>
        Range(place, output.Name, output.Count, output.First)
        ?? Addresses($"{place}.readBack", output.ReadBack.Address, output.ReadBack.Step, output.Count)
        ?? Bits($"{place}.readBack", output.ReadBack.Table, output.ReadBack.Bit, output.ReadBack.OnValue)
        ?? Of(output.Off, output.Count, $"{place}.off")
        ?? Of(output.Pulse, output.Count, $"{place}.pulse")
        ?? SelfEnding(output, place);

    private static string? SelfEnding(OutputDocument output, string place) => (output.SelfEnding, output.Pulse) switch
    {
        (Profiles.SelfEnding.DeviceTimedPulse, PulseDocument.Level) =>
            $"{place}: selfEnding deviceTimedPulse needs a pulse that the device times; kind level does not",
        (Profiles.SelfEnding.DeviceWatchdog, _) when output.WatchdogMilliseconds is not > 0 =>
            $"{place}: selfEnding deviceWatchdog needs watchdogMilliseconds",
        (_, PulseDocument.FixedLength) when string.IsNullOrWhiteSpace(output.ExternalSetting) =>
            $"{place}: a pulse of fixed length needs externalSetting, which tells the installer what to set in the device",
        _ => null,
    };

    private static string? Of(PulseDocument pulse, int? count, string place) => pulse switch
    {
        PulseDocument.CoilValue coil => Addresses(place, coil.Address, coil.Step, count) ?? Units(place, coil.Units, ushort.MaxValue),
        PulseDocument.RegisterValue register =>
            Addresses(place, register.Address, register.Step, count) ?? Units(place, register.Units, ushort.MaxValue - register.Base),
        PulseDocument.LengthThenStart length =>
            length.LengthRegisters is not (1 or 2) || length.StartRegisters is not (1 or 2) ? $"{place}: one or two registers"
            : Addresses(place, length.LengthAddress, length.LengthStep, count)
                ?? Of(length.Start, count, $"{place}.start")
                ?? Units(place, length.Units, length.LengthRegisters == 1 ? ushort.MaxValue : uint.MaxValue),
        PulseDocument.FixedLength start => Of(start.Start, count, $"{place}.start"),
        PulseDocument.Level level => Of(level.On, count, $"{place}.on"),
        _ => $"{place}: unknown kind",
    };

    private static string? Units(string place, UnitsDocument units, long mostInField) =>
        units.Milliseconds <= 0 ? $"{place}.units: milliseconds must be more than 0"
        : units.Minimum < 1 || units.Maximum < units.Minimum ? $"{place}.units: minimum must be at least 1 and maximum not below it"
        : units.Maximum > mostInField ? $"{place}.units: maximum {units.Maximum} does not fit into the register; at most {mostInField}"
        : null;

    private static string? Of(WriteDocument write, int? count, string place) =>
        write.Table is PointTable.Discrete or PointTable.Input ? $"{place}: {write.Table} is read-only; use coil or holding"
        : Addresses(place, write.Address, write.Step, count);

    private static string? Of(SettingDocument setting, string place) =>
        Range(place, setting.Name, setting.Count, setting.First)
        ?? Addresses(place, setting.Address, setting.Step, setting.Count)
        ?? (setting.Value is null && setting.Minimum is null && setting.Maximum is null ? $"{place}: missing 'value', or 'minimum' and 'maximum'" : null)
        ?? (setting.Value is not null && (setting.Minimum ?? setting.Maximum) is not null ? $"{place}: either 'value' or a range, not both" : null)
        ?? (setting.Minimum > setting.Maximum ? $"{place}: minimum is above maximum" : null)
        ?? (setting.Apply && setting.Value is null ? $"{place}: apply needs 'value'" : null)
        ?? (setting.Apply && setting.Table is PointTable.Discrete or PointTable.Input ? $"{place}: {setting.Table} cannot be written" : null);

    private static string? Of(IdentityDocument identity, string place) => (identity.Words, identity.Text) switch
    {
        (null or { Count: 0 }, null or "") => $"{place}: missing 'words' or 'text'",
        (not null, not null) => $"{place}: either 'words' or 'text', not both",
        _ => null,
    };

    private static string? Of(RequestsDocument? requests) =>
        requests is null ? null
        : requests.MergeGap is < 0 or > 100 ? "requests: mergeGap must be 0 to 100"
        : requests.MaximumRegisters is < 1 or > 125 ? "requests: maximumRegisters must be 1 to 125"
        : requests.MaximumBits is < 1 or > 2000 ? "requests: maximumBits must be 1 to 2000"
        : null;

    private static string? Of(EventsDocument? events)
    {
        if (events is null)
        {
            return null;
        }

        int[] offsets = [events.Window.SequenceOffset, events.Window.KindOffset, events.Window.LengthOffset, events.Window.AgeOffset, events.Window.DataOffset];
        return events.Table is PointTable.Coil or PointTable.Discrete ? "events: the event memory is in holding or input registers"
            : events.Window.Registers is < 1 or > 125 ? "events.window: registers must be 1 to 125"
            : offsets.Any(offset => offset < 0 || offset >= events.Window.Registers) ? "events.window: every offset must be below registers"
            : events.Window.AgeUnitMilliseconds < 1 ? "events.window: ageUnitMilliseconds must be at least 1"
            : null;
    }

    /// <summary>A read is told apart from an older one by boot number and sequence: the sequence alone begins again when the device restarts.</summary>
    private static string? BootNumber(ProfileDocument document) => document is { Events: not null, Restart: not { Kind: RestartSignKind.Changes } }
        ? "events: needs 'restart' with kind changes (a boot number): without one a restarted device numbers its reads as before, and the first new card is "
            + "taken for one that was already read"
        : null;

    private static string? Range(string place, string name, int? count, int first) =>
        name.Length == 0 ? $"{place}: name is empty"
        : count is < 1 or > MostPoints ? $"{place}: count must be 1 to {MostPoints}"
        : first < 0 ? $"{place}: first must not be negative"
        : null;

    private static string? Addresses(string place, ushort address, ushort step, int? count) =>
        address + ((long)step * ((count ?? 1) - 1)) > LastAddress ? $"{place}: the addresses run past {LastAddress}" : null;

    private static string? Bits(string place, PointTable table, int? bit, ushort? onValue) =>
        bit is < 0 or > 15 ? $"{place}: bit must be 0 to 15"
        : (bit is not null || onValue is not null) && table is PointTable.Coil or PointTable.Discrete ? $"{place}: bit and onValue are for registers"
        : bit is not null && onValue is not null ? $"{place}: either bit or onValue, not both"
        : null;
}
