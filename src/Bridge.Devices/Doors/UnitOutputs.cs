using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;
using static Bridge.Devices.CommandResult;

namespace Bridge.Devices.Doors;

/// <summary>
/// Turns commands into writes. Each is sent once. Ends of pulses that the host must count (devices with a watchdog only) are repeated until the device
/// has acknowledged them: off is the safe direction.
/// </summary>
internal sealed class UnitOutputs(UnitPlan plan, UnitSettings settings, PulseEnds ends, MonotonicClock clock)
{
    private readonly Dictionary<string, long> _lengths = [];

    /// <summary>When the next host-counted pulse is to be ended; null when none runs.</summary>
    public TimeSpan? NextEnd => ends.Next;

    /// <summary>After an outage or a restart the device may hold other pulse lengths than we wrote.</summary>
    public void Forget() => _lengths.Clear();

    public CommandResult Execute(DeviceCommand command, CommandPriority priority, MasterPort port, TimeSpan timeout)
    {
        if (settings.WrongDevice is { } wrong)
        {
            return new Rejected(wrong);
        }

        return command switch
        {
            DeviceCommand.Indicate indicate => Indicate(indicate, port, timeout),
            DeviceCommand.SwitchOff off when plan.Profile.FindOutput(off.Point.Point) is { } output => SwitchOff(output, port, timeout),
            DeviceCommand.Pulse pulse when plan.Profile.FindOutput(pulse.Point.Point) is { } output =>
                // A fire release is worth more than a setting: the panel's own drop of lock power comes first and this second.
                priority != CommandPriority.Fire && settings.Problem(output.Name) is { } problem
                    ? new Rejected(problem)
                    : Pulse(output, pulse.For, port, timeout),
            DeviceCommand.Dial or DeviceCommand.HangUp => new Rejected("an intercom of contacts can neither dial nor hang up"),
            _ => new Rejected($"{command.Point} is not an output of {plan.Profile.Name}"),
        };
    }

    /// <summary>Ends host-counted pulses whose time is over.</summary>
    public void EndPulses(MasterPort port, TimeSpan timeout)
    {
        var failed = false;
        foreach (var name in ends.Due(clock.Now))
        {
            // Another device is never written to, and one that went silent at the first end would cost a time-out for each.
            if (settings.WrongDevice is not null || plan.Profile.FindOutput(name) is not { } output)
            {
                ends.Remove(name);
            }
            else if (!failed && port.Write(plan.Unit, output.Off, timeout).IsOk)
            {
                ends.Remove(name);
            }
            else
            {
                failed = true;
                ends.Failed(name, clock.Now);
            }
        }
    }

    /// <summary>
    /// The device says that an output is on. One that the host must end and that nobody has commanded was left over by a host before us, and our
    /// polls would keep it on for ever: it is switched off.
    /// </summary>
    public void SeenOn(OutputProfile output)
    {
        if (output.Pulse is PulseTiming.Level && settings.WrongDevice is null && !ends.Contains(output.Name))
        {
            ends.Set(output.Name, clock.Now);
        }
    }

    private static CommandResult Answer(ModbusReply reply) => reply.Outcome switch
    {
        ModbusOutcome.Ok => Confirmed.Instance,
        ModbusOutcome.Exception => ExceptionAnswer.Of(reply.ExceptionCode),
        ModbusOutcome.TimedOut => new OutcomeUnknown("no answer in time"),
        ModbusOutcome.Garbled => new OutcomeUnknown("only broken frames came back"),
        ModbusOutcome.LinkLost => new OutcomeUnknown("the link was lost"),
        ModbusOutcome.NotSent => new NotSent("the unit was silent before it; nothing of it was sent"),
    };

    private CommandResult Indicate(DeviceCommand.Indicate command, MasterPort port, TimeSpan timeout)
    {
        var all = plan.Profile.Indicators;
        var indicator = all.FirstOrDefault(known => known.Name == command.Point.Point) ?? (all.Count == 1 ? all[0] : null);
        if (indicator is null)
        {
            return Confirmed.Instance;
        }

        return indicator.Values.TryGetValue(command.Feedback, out var value)
            ? Answer(port.Write(plan.Unit, new RegisterWrite(PointTable.Holding, indicator.Address, value), timeout))
            : new Rejected($"{plan.Profile.Name} has no value for '{command.Feedback}' at {indicator.Name}");
    }

    private CommandResult SwitchOff(OutputProfile output, MasterPort port, TimeSpan timeout)
    {
        var result = Answer(port.Write(plan.Unit, output.Off, timeout));
        if (result is Confirmed)
        {
            ends.Remove(output.Name);
        }

        return result;
    }

    private CommandResult Pulse(OutputProfile output, TimeSpan length, MasterPort port, TimeSpan timeout)
    {
        if (plan.Profile.CheckLockOutput(output.Name, length) is OutputEligibility.Refused(var reason))
        {
            return new Rejected(reason);
        }

        return output.Pulse switch
        {
            PulseTiming.CoilValue timing => Answer(port.Write(
                plan.Unit, new RegisterWrite(PointTable.Coil, timing.Address, (ushort)(timing.Units.From(length) ?? 0)), timeout)),
            PulseTiming.RegisterValue timing => Answer(port.Write(
                plan.Unit, new RegisterWrite(PointTable.Holding, timing.Address, (ushort)(timing.Base + (timing.Units.From(length) ?? 0))), timeout)),
            PulseTiming.LengthThenStart timing => LengthThenStart(output.Name, timing, timing.Units.From(length) ?? 0, port, timeout),
            PulseTiming.FixedLength timing => Answer(port.Write(plan.Unit, timing.Start, timeout)),
            PulseTiming.Level timing => Level(output.Name, timing, length, port, timeout),
            _ => new Rejected($"{plan.Profile.Name} does not say how {output.Name} is pulsed"),
        };
    }

    /// <summary>The length is written only when it changes: some devices keep it in flash memory.</summary>
    private CommandResult LengthThenStart(string name, PulseTiming.LengthThenStart timing, long units, MasterPort port, TimeSpan timeout)
    {
        if (!_lengths.TryGetValue(name, out var known) || known != units)
        {
            _lengths.Remove(name);
            var reply = port.Write(plan.Unit, timing.LengthAddress, Registers.Split(units, timing.LengthRegisters, timing.LowWordFirst), timeout);
            if (!reply.IsOk)
            {
                return reply.Outcome == ModbusOutcome.Exception
                    ? new Rejected($"the device refused the pulse length (exception {reply.ExceptionCode}); the pulse was not started")
                    : new NotSent("the pulse length could not be written; the pulse was not started");
            }

            _lengths[name] = units;
        }

        var start = timing.Start.Write;
        return Answer(start.Table == PointTable.Holding
            ? port.Write(plan.Unit, start.Address, Registers.Split(start.Value, timing.Start.Registers, timing.LowWordFirst), timeout)
            : port.Write(plan.Unit, start, timeout));
    }

    private CommandResult Level(string name, PulseTiming.Level timing, TimeSpan length, MasterPort port, TimeSpan timeout)
    {
        // Before it is sent: an unknown outcome must be ended like a known one.
        ends.Set(name, clock.Now + length);
        return Answer(port.Write(plan.Unit, timing.On, timeout));
    }
}
