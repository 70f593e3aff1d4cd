using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>The inputs and outputs of a unit: from raw values to what has been said of them.</summary>
internal sealed class UnitPoints(UnitPlan plan, MonotonicClock clock)
{
    private readonly (InputProfile Input, PointDefinition Use, PointState State, EdgeCounter? Counter)[] _inputs =
        [.. plan.Inputs.Select(input => (input.Profile, input.Use, new PointState(input.Use.Debounce ?? input.Profile.Debounce), CounterOf(input.Profile)))];

    private readonly (OutputProfile Output, PointDefinition Use, PointState State)[] _outputs =
        [.. plan.Outputs.Select(output => (output.Profile, output.Use, new PointState(TimeSpan.Zero)))];

    /// <summary>When the earliest change that is still being watched will have lasted long enough.</summary>
    public TimeSpan? SettlesAt
    {
        get
        {
            TimeSpan? earliest = null;
            foreach (var (_, _, state, _) in _inputs)
            {
                earliest = state.SettlesAt is { } at && (earliest is null || at < earliest) ? at : earliest;
            }

            return earliest;
        }
    }

    public void Sample(PollPlan poll)
    {
        var now = clock.Now;
        foreach (var (input, use, state, counter) in _inputs)
        {
            if (Reading(poll, input.Source, input.ActiveLow ^ use.Inverted) is { } reading)
            {
                state.Sample(reading, now);
            }

            if (SawBriefly(poll, input, counter))
            {
                state.WasBrieflyOn();
            }
        }

        foreach (var (output, use, state) in _outputs)
        {
            if (Reading(poll, output.ReadBack, use.Inverted) is { } reading)
            {
                state.Sample(reading, now);
            }
        }
    }

    /// <summary>False when the host has no room: what is left is said at a later poll, then with the latest reading.</summary>
    public bool Say(Func<DeviceEvent, bool> offer)
    {
        var at = clock.Timestamp;
        foreach (var (output, _, state) in _outputs)
        {
            while (state.Unsaid is { } reading)
            {
                if (!offer(new DeviceEvent.OutputRead(plan.Id(output.Name), at, reading)))
                {
                    return false;
                }

                state.Said(reading);
            }
        }

        foreach (var (input, _, state, _) in _inputs)
        {
            while (state.Unsaid is { } reading)
            {
                if (!offer(new DeviceEvent.InputRead(plan.Id(input.Name), at, reading)))
                {
                    return false;
                }

                state.Said(reading);
            }
        }

        return true;
    }

    /// <summary>After the closing has been said: the latch is the device's memory of it.</summary>
    public void ClearLatches(PollPlan poll, MasterPort port, TimeSpan timeout)
    {
        foreach (var (input, _, _, _) in _inputs)
        {
            if (input.Latch is { } latch && poll.Find(PointTable.Coil, latch.Address) is { IsFresh: true } request && request.Raw(latch.Address) != 0)
            {
                port.Write(plan.Unit, new RegisterWrite(PointTable.Coil, latch.Address, latch.ClearValue), timeout);
            }
        }
    }

    public void Forget()
    {
        foreach (var (_, _, state, counter) in _inputs)
        {
            state.Forget();
            counter?.Forget();
        }

        foreach (var (_, _, state) in _outputs)
        {
            state.Forget();
        }
    }

    private static EdgeCounter? CounterOf(InputProfile input) => input.Counter is { } counter ? new EdgeCounter(counter) : null;

    /// <summary>Null when the last poll says nothing of it.</summary>
    private static PointReading? Reading(PollPlan poll, PointSource source, bool inverted)
    {
        var request = poll.Find(source.Table, source.Address);
        return request.IsFresh ? source.IsOn(request.Raw(source.Address)) ^ inverted ? PointReading.On : PointReading.Off
            : request.IsRefused ? PointReading.Fault
            : null;
    }

    private static bool SawBriefly(PollPlan poll, InputProfile input, EdgeCounter? counter)
    {
        var latched = input.Latch is { } latch && poll.Find(PointTable.Coil, latch.Address) is { IsFresh: true } bits && bits.Raw(latch.Address) != 0;
        if (counter is null || input.Counter is not { } place || poll.Find(place.Table, place.Address) is not { IsFresh: true } words)
        {
            return latched;
        }

        return counter.Next(words.Words.AsSpan(place.Address - words.Address, place.Registers)) > 0 || latched;
    }
}
