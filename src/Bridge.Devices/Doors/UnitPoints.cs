using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>The inputs and outputs of a unit: from raw values to what has been said of them.</summary>
internal sealed class UnitPoints(UnitPlan plan, MonotonicClock clock)
{
    private readonly UsedInput[] _inputs = [.. plan.Inputs.Select(input => new UsedInput(input.Profile, input.Definition, input.Use))];

    private readonly (OutputProfile Output, PointDefinition Use, PointState State)[] _outputs =
        [.. plan.Outputs.Select(output => (output.Profile, output.Use, new PointState(TimeSpan.Zero)))];

    /// <summary>When the earliest change that is still being watched will have lasted long enough.</summary>
    public TimeSpan? SettlesAt
    {
        get
        {
            TimeSpan? earliest = null;
            foreach (var input in _inputs)
            {
                earliest = input.State.SettlesAt is { } at && (earliest is null || at < earliest) ? at : earliest;
            }

            return earliest;
        }
    }

    public void Sample(PollPlan poll, UnitOutputs outputs)
    {
        var now = clock.Now;
        foreach (var input in _inputs)
        {
            if (Reading(poll, input.Profile.Source, input.IsInverted) is { } reading)
            {
                input.State.Sample(reading, now);
            }

            if (SawBriefly(poll, input.Profile, input.Counter))
            {
                input.State.WasBrieflyOn();
            }
        }

        foreach (var (output, use, state) in _outputs)
        {
            if (Reading(poll, output.ReadBack, use.Inverted) is { } reading)
            {
                state.Sample(reading, now);
                if (reading == PointReading.On)
                {
                    outputs.SeenOn(output);
                }
            }
        }
    }

    /// <summary>
    /// A fire alarm that is still to be told, before everything that would come first in order. It is told again in its place, so that what is said
    /// last of the input is true; told twice is the same as once.
    /// </summary>
    public void SayAlarms(Func<DeviceEvent, bool> offer)
    {
        foreach (var input in _inputs)
        {
            if (input is { Use: PointUse.Fire, State.Unsaid: PointReading.On })
            {
                offer(new DeviceEvent.InputRead(plan.Id(input.Profile.Name), clock.Timestamp, PointReading.On));
            }
        }
    }

    /// <summary>
    /// False when the host has no room: what is left is said at a later poll, then with the latest reading. Fire inputs are offered each, first and
    /// whatever the host says to the one before: hearing of them is what releases the doors, room or not. The others keep their order.
    /// </summary>
    public bool Say(Func<DeviceEvent, bool> offer)
    {
        var at = clock.Timestamp;
        var room = true;
        foreach (var input in _inputs)
        {
            room &= input.Use != PointUse.Fire || Say(input, at, offer);
        }

        foreach (var (output, _, state) in _outputs)
        {
            while (room && state.Unsaid is { } reading)
            {
                room = offer(new DeviceEvent.OutputRead(plan.Id(output.Name), at, reading));
                if (room)
                {
                    state.Said(reading);
                }
            }
        }

        foreach (var input in _inputs)
        {
            room = room && Say(input, at, offer);
        }

        return room;
    }

    /// <summary>
    /// After the closing has been said, not after it has been stored: a host that is killed between the two loses it. Keeping the latch until then would
    /// not help. The next session finds it set and cannot tell a closing of this moment from one of last night, and an old press must not
    /// open a door, so what a latch shows at first contact is not told anyway.
    /// </summary>
    public void ClearLatches(PollPlan poll, MasterPort port, TimeSpan timeout)
    {
        foreach (var input in _inputs)
        {
            if (input.Profile.Latch is { } latch && poll.Find(PointTable.Coil, latch.Address) is { IsFresh: true } request && request.Raw(latch.Address) != 0)
            {
                port.Write(plan.Unit, new RegisterWrite(PointTable.Coil, latch.Address, latch.ClearValue), timeout);
            }
        }
    }

    public void Forget()
    {
        foreach (var input in _inputs)
        {
            input.Forget();
        }

        foreach (var (_, _, state) in _outputs)
        {
            state.Forget();
        }
    }

    private bool Say(UsedInput input, long at, Func<DeviceEvent, bool> offer)
    {
        while (input.State.Unsaid is { } reading)
        {
            if (!offer(new DeviceEvent.InputRead(plan.Id(input.Profile.Name), at, reading)))
            {
                return false;
            }

            input.State.Said(reading);
        }

        return true;
    }

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
