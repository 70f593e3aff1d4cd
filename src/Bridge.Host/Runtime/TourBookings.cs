using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Admission;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Runtime;

/// <summary>Books the tours of the register with the policy, so that a desk can let them in: however they came into the list, and whatever became of them there since.</summary>
public sealed class TourBookings(
    ResidentRegister register, SiteHolder site, EngineQueue queue, EngineClock clock, BuildingMonitor monitor, ILogger<TourBookings> log)
{
    /// <summary>In whose name the office's list is booked; who wrote it there is in the register's history.</summary>
    private static readonly Party Office = new(new ActorId("register"), Role.OfficeDutyOfficer, Lobby: null);

    // What was asked for and is not to be asked again: a refusal does not change by repeating the question.
    private readonly Dictionary<TourId, TourAct> asked = [];
    private readonly Lock gate = new();
    private readonly HashSet<string> homeless = new(StringComparer.Ordinal);

    /// <summary>Asks the engine for what the register says and the policy does not know.</summary>
    /// <param name="now">A tour that is over is nobody's business.</param>
    public void Look(DateTimeOffset now)
    {
        var known = monitor.Journalled.State.Admission.Tours;
        var rows = register.Current.Rows.Tours.ToDictionary(row => new TourId(row.Id));
        foreach (var row in rows.Values.Where(row => row.EndsAt > now))
        {
            if (LobbyOf(row) is { } lobby)
            {
                Settle(row, new TourFacts(new TourId(row.Id), lobby, row.HeadCount, row.StartsAt, row.EndsAt), known.GetValueOrDefault(new TourId(row.Id)));
            }
        }

        foreach (var gone in known.Values.Where(tour => tour is { Cancelled: false } && tour.BookedBy == Office.Actor && !rows.ContainsKey(tour.Facts.Tour)))
        {
            Ask(new TourAct.Cancel(gone.Facts.Tour));
        }
    }

    private void Settle(TourBooking row, TourFacts facts, TourState? known)
    {
        if (known is null && !row.Cancelled)
        {
            Ask(new TourAct.Book(facts));
        }
        else if (known is { Cancelled: false } && (row.Cancelled || known.Facts != facts))
        {
            if (!row.Cancelled && Ask(new TourAct.Cancel(facts.Tour)))
            {
                log.LogWarning("Tour {Tour} was changed after it was booked: it is cancelled. Give the new one another number", facts.Tour);
            }
            else
            {
                Ask(new TourAct.Cancel(facts.Tour));
            }
        }
    }

    private LobbyId? LobbyOf(TourBooking row)
    {
        var lobbies = site.Current.Rules.Admission.Lobbies;
        var lobby = row.Lobby is { } named ? new LobbyId(named) : lobbies.Count == 1 ? lobbies.Keys.First() : (LobbyId?)null;
        if (lobby is { } found && lobbies.ContainsKey(found))
        {
            return found;
        }

        if (homeless.Add(row.Id))
        {
            log.LogWarning("Tour {Tour} cannot be let in anywhere: its row names no lobby of this site", row.Id);
        }

        return null;
    }

    private bool Ask(TourAct act)
    {
        lock (gate)
        {
            if (asked.GetValueOrDefault(act.Tour) == act)
            {
                return false;
            }

            asked[act.Tour] = act;
        }

        var item = new EngineItem.Asked(clock.Timestamp, at => new PolicyInput.TourActed(at, Office, act)) { Tell = outcome => Told(act, outcome) };
        if (!queue.TryOffer(item))
        {
            Forget(act);
        }

        return true;
    }

    // Of what could not be written down nothing is known: it is asked for again.
    private void Told(TourAct act, AskedOutcome outcome)
    {
        if (outcome is AskedOutcome.NotRemembered)
        {
            Forget(act);
        }
    }

    private void Forget(TourAct act)
    {
        lock (gate)
        {
            asked.Remove(act.Tour);
        }
    }
}
