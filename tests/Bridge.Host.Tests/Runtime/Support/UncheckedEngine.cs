using Bridge.Host.Runtime;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>
/// A control for races: the product's queue, journal and outlet around decisions that do not look whether a grant was minted already. A race that finds
/// nothing here finds nothing anywhere.
/// </summary>
internal sealed class UncheckedEngine(EngineBench bench)
{
    private readonly Dictionary<CaseId, CaseState> cleared = [];
    private readonly TurnOutlet outlet = new(bench.Effects, bench.Lines, bench.Monitor, bench.Signal);
    private BuildingState state = bench.State;

    public void TakeTurn()
    {
        while (bench.Queue.Reader.TryRead(out var item))
        {
            if (item is EngineItem.Asked asked)
            {
                Decide(asked);
            }
        }
    }

    private void Decide(EngineItem.Asked asked)
    {
        var input = asked.Input(bench.Clock.At(asked.Timestamp));
        var turn = new EngineTurn(input is PolicyInput.CaseActed { Act: CaseAct.PressOpen press } ? Unused(press.Case) : state);
        var events = turn.Decide(input, unjournalled: false);
        if (asked.Tell is { } tell)
        {
            turn.Waiting.Add((tell, events));
        }

        Assert.True(bench.Keeper.Commit(turn));
        state = turn.State;
        outlet.LetOut(turn, bench.Keeper.Head, degraded: false);
    }

    private BuildingState Unused(CaseId id)
    {
        var one = state.Admission.Cases[id];
        if (one.Status == CaseStatus.Cleared)
        {
            cleared[id] = one;
        }

        return cleared.TryGetValue(id, out var before)
            ? state with { Admission = state.Admission with { Cases = state.Admission.Cases.SetItem(id, one with { Status = CaseStatus.Cleared, Evidence = before.Evidence }) } }
            : state;
    }
}
