using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Host.Api.Lobby;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Seats;

/// <summary>What was told of the cases that a page shows, for as long as it shows them. The monitor itself keeps only the building's last events.</summary>
internal sealed class CaseSteps
{
    private readonly Dictionary<long, ImmutableArray<CaseStep>> known = [];
    private long last;

    public DeskView Add(DeskView view, ImmutableList<RecentEvent> recent)
    {
        var shown = view.Cases.Select(one => one.Id).ToHashSet();
        foreach (var told in recent.Where(told => told.Sequence > last))
        {
            last = told.Sequence!.Value;
            if (told.Event.Admission?.Case is { } id)
            {
                known[id.Number] = known.GetValueOrDefault(id.Number, []).Add(
                    new CaseStep(told.Event.At.Wall, told.Event.Kind.ToString(), told.Event.Admission.Refusal is { } why ? Refusals.CodeForDesk(why) : null));
            }
        }

        foreach (var gone in known.Keys.Where(id => !shown.Contains(id)).ToList())
        {
            known.Remove(gone);
        }

        return view with { Cases = [.. view.Cases.Select(one => one with { Steps = known.GetValueOrDefault(one.Id, []) })] };
    }
}
