using Bridge.Simulators.Clocks;

namespace Bridge.Simulators.Intercoms;

/// <summary>
/// Plays calls: somebody dials at a panel, and the people of the unit do what they were told to. One call at a time at each panel. What it plays is shown by
/// the intercom that owns it.
/// </summary>
public sealed class Switchboard
{
    private static readonly TimeSpan SetUp = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan RingLimit = TimeSpan.FromSeconds(30);

    private readonly ICallSigns _signs;
    private readonly Surroundings _surroundings;
    private readonly Dictionary<string, UnitConduct> _conducts = [];
    private readonly Dictionary<string, StationCall> _calls = [];
    private readonly List<Appointment> _plans = [];
    private int _count;

    internal Switchboard(ICallSigns signs, Surroundings surroundings)
    {
        _signs = signs;
        _surroundings = surroundings;
    }

    /// <summary>The calls of this moment.</summary>
    public IReadOnlyList<StationCall> OpenCalls
    {
        get
        {
            lock (_surroundings.Gate)
            {
                _surroundings.Settle();
                return [.. _calls.Values];
            }
        }
    }

    /// <summary>The same by panel, under the gate.</summary>
    internal IReadOnlyDictionary<string, StationCall> Calls => _calls;

    /// <summary>The oracle: presses on an unlock key, in a call or outside of one.</summary>
    public int Unlocks { get; private set; }

    public void Conduct(string unit, UnitConduct conduct) => Under(() => _conducts[unit] = conduct);

    /// <summary>Somebody dials a unit at a panel; null while the panel is in a call.</summary>
    public StationCall? Call(string panel, string unit)
    {
        StationCall? made = null;
        Under(() =>
        {
            if (_calls.ContainsKey(panel))
            {
                return;
            }

            made = new StationCall(panel, unit, ++_count);
            _calls.Add(panel, made);
            _signs.Started(made);
            var call = made;
            In(SetUp, call, () => Connect(call));
        });
        return made;
    }

    /// <summary>Whoever stands at the panel gives up, or hangs up; false when there is no call.</summary>
    public bool HangUp(string panel)
    {
        var was = false;
        Under(() =>
        {
            if (_calls.TryGetValue(panel, out var call))
            {
                was = true;
                End(call, "cancelled");
            }
        });
        return was;
    }

    /// <summary>Somebody presses the unlock key of the station that belongs to a panel, in a call or not.</summary>
    public void PressUnlock(string panel) => Under(() => Unlock(panel));

    internal void Forget() => Under(() =>
    {
        _plans.ForEach(plan => plan.Cancel());
        _plans.Clear();
        _calls.Clear();
        _count = 0;
    });

    private void Connect(StationCall call)
    {
        var conduct = _conducts.GetValueOrDefault(call.Unit) ?? UnitConduct.NobodyHome;
        if (conduct.Reaction == UnitReaction.IsBusy)
        {
            _signs.Busy(call);
            In(SetUp, call, () => End(call, "normal"));
            return;
        }

        _signs.Ringing(call);
        if (conduct.Reaction == UnitReaction.DoesNotAnswer)
        {
            PlanUnlock(call, conduct);
            In(RingLimit, call, () => NotAnswered(call));
        }
        else
        {
            In(TimeSpan.FromSeconds(conduct.After), call, () => React(call, conduct));
        }
    }

    private void React(StationCall call, UnitConduct conduct)
    {
        if (conduct.Reaction == UnitReaction.Refuses)
        {
            _signs.Denied(call);
            End(call, "denied");
            return;
        }

        _signs.Answered(call);
        PlanUnlock(call, conduct);
        In(TimeSpan.FromSeconds(conduct.Talks), call, () => End(call, "far"));
    }

    private void PlanUnlock(StationCall call, UnitConduct conduct)
    {
        if (conduct.UnlocksAfter is { } after)
        {
            In(TimeSpan.FromSeconds(after), call, () => Unlock(call.Panel));
        }
    }

    private void Unlock(string panel)
    {
        Unlocks++;
        _signs.Unlock(panel, _calls.GetValueOrDefault(panel));
    }

    private void NotAnswered(StationCall call)
    {
        _signs.NotAnswered(call);
        End(call, "noAnswer");
    }

    private void End(StationCall call, string reason)
    {
        _calls.Remove(call.Panel);
        _signs.Ended(call, reason);
    }

    /// <summary>Unless the call is over by then.</summary>
    private void In(TimeSpan delay, StationCall call, Action action)
    {
        _plans.RemoveAll(plan => plan.IsCancelled || plan.Due < _surroundings.Elapsed);
        _plans.Add(_surroundings.After(delay, () =>
        {
            if (ReferenceEquals(_calls.GetValueOrDefault(call.Panel), call))
            {
                action();
            }
        }));
    }

    private void Under(Action action)
    {
        lock (_surroundings.Gate)
        {
            _surroundings.Settle();
            action();
        }
    }
}
