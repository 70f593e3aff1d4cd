using Bridge.Devices.Modbus;
using Bridge.Devices.Profiles;

namespace Bridge.Devices.Doors;

/// <summary>
/// Whether the device is what its profile says, and set as it must be. Read at each contact, and again from time to time: an output whose device
/// would not end the pulse by itself is refused until the setting is right.
/// </summary>
internal sealed class UnitSettings(UnitPlan plan, UnitMemory memory, MonotonicClock clock)
{
    private static readonly TimeSpan AgainWhenWrong = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AgainWhenRight = TimeSpan.FromHours(1);

    private readonly List<RequiredSetting> _settings = [.. plan.Settings];
    private readonly ushort[] _one = new ushort[1];
    private List<(string? Output, string Problem)> _problems = [];
    private string? _identityProblem;

    public TimeSpan Due { get; private set; }

    /// <summary>Another map than the profile's: nothing may be written, not even for fire.</summary>
    public string? WrongDevice => _identityProblem;

    /// <summary>Why the output is not trusted; null when all is well.</summary>
    public string? Problem(string output) => _identityProblem
        ?? _problems.Find(problem => problem.Output is null || problem.Output == output).Problem;

    /// <summary>Null when everything was read; else the reply that failed.</summary>
    public ModbusReply? Check(MasterPort port, TimeSpan timeout, Action between)
    {
        string? wrong = null;
        foreach (var check in plan.Profile.Identity)
        {
            var words = new ushort[check.Words.Count];
            var reply = port.Read(plan.Unit, check.Table, check.Address, words, timeout);
            if (MasterPort.IsSilence(reply))
            {
                return reply;
            }

            wrong ??= Mismatch(check, reply, words);
            if (wrong is not null)
            {
                // At once: a command may be waiting between this read and the next.
                SetIdentity(wrong);
            }

            between();
        }

        SetIdentity(wrong);

        return CheckSettings(port, timeout, between);
    }

    private string? Mismatch(IdentityCheck check, ModbusReply reply, ushort[] words) =>
        reply.IsOk && words.AsSpan().SequenceEqual(check.Words.ToArray())
            ? null
            : $"{check.Name} is {(reply.IsOk ? string.Join(' ', words) : $"unreadable (exception {reply.ExceptionCode})")}, "
                + $"the profile {plan.Profile.Name} is for {string.Join(' ', check.Words)}: nothing will be written to it";

    private void SetIdentity(string? problem)
    {
        if (problem is not null && problem != _identityProblem)
        {
            memory.Remark(DeviceRemark.SettingDiffers, problem, clock.Timestamp);
        }

        _identityProblem = problem;
    }

    private ModbusReply? CheckSettings(MasterPort port, TimeSpan timeout, Action between)
    {
        var problems = new List<(string? Output, string Problem)>();
        var reads = PollPlan.Of(_settings.Select(setting => new PollSpan(setting.Table, setting.Address, 1)), plan.Profile.Requests with { MergeGap = 0 });
        foreach (var request in reads.Requests)
        {
            var reply = port.Read(plan.Unit, request, timeout);
            if (MasterPort.IsSilence(reply))
            {
                return reply;
            }

            foreach (var setting in _settings.Where(setting => request.Contains(setting.Table, setting.Address)))
            {
                if (ProblemOf(setting, reply, request, port, timeout) is { } problem)
                {
                    problems.Add((setting.Output, problem));
                }
            }

            between();
        }

        foreach (var (_, problem) in problems.Where(problem => !_problems.Contains(problem)))
        {
            memory.Remark(DeviceRemark.SettingDiffers, problem, clock.Timestamp);
        }

        _problems = problems;
        Due = clock.Now + (problems.Count == 0 && _identityProblem is null ? AgainWhenRight : AgainWhenWrong);
        return null;
    }

    private string? ProblemOf(RequiredSetting setting, ModbusReply reply, PollRequest request, MasterPort port, TimeSpan timeout)
    {
        var place = $"{setting.Name} ({setting.Table.ToString().ToLowerInvariant()} {setting.Address})";
        if (!reply.IsOk)
        {
            return $"{place} cannot be read (exception {reply.ExceptionCode}); it must be {setting.Expected}: {setting.Why}";
        }

        var value = request.Raw(setting.Address);
        if (!setting.IsMetBy(value) && setting.Apply && _identityProblem is null)
        {
            value = Apply(setting, port, timeout) ?? value;
        }

        return setting.IsMetBy(value) ? null : $"{place} is {value}, must be {setting.Expected}: {setting.Why}";
    }

    /// <summary>Writes it and believes only what is read afterwards.</summary>
    private ushort? Apply(RequiredSetting setting, MasterPort port, TimeSpan timeout)
    {
        var value = setting.Table == PointTable.Coil && setting.Minimum != 0 ? RegisterWrite.CoilOn : setting.Minimum;
        port.Write(plan.Unit, new RegisterWrite(setting.Table, setting.Address, value), timeout);
        return port.Read(plan.Unit, setting.Table, setting.Address, _one, timeout).IsOk ? _one[0] : null;
    }
}
