using System.Diagnostics;
using System.Text.Json.Nodes;
using Bridge.Simulators.Building;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>
/// A lobby assistant who works by the procedure, at the product's API: for a demo without a person. The people whom she lets in walk through the door.
/// </summary>
internal sealed class Assistant(World world, ApiPerson desk, Colleagues colleagues)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Serves all guests: who lives here and has no card first, for his unit rings twice; meanwhile the others, one after the other at each door.</summary>
    /// <returns>For each guest null when he came in, otherwise why not.</returns>
    public async Task<IReadOnlyList<string?>> ServeAsync(IReadOnlyList<Guest> guests, CancellationToken cancellationToken)
    {
        var resident = guests.Single(guest => guest.Kind == GuestKind.SelfDeclaredResident);
        var rings = await BeginAsync(resident, cancellationToken);
        await StepAsync($"cases/{rings}/household", new JsonObject { ["unit"] = resident.Unit, ["claimedName"] = resident.Name }, cancellationToken);
        var others = guests.Where(guest => guest != resident).GroupBy(guest => guest.Door).Select(door => ServeInTurnAsync(door, cancellationToken)).ToList();
        var outcomes = (await Task.WhenAll(others)).SelectMany(outcome => outcome).ToList();
        return [await NobodyInAsync(resident, rings, cancellationToken), .. outcomes];
    }

    private async Task<IReadOnlyList<string?>> ServeInTurnAsync(IEnumerable<Guest> guests, CancellationToken cancellationToken)
    {
        var outcomes = new List<string?>();
        foreach (var guest in guests)
        {
            outcomes.Add(await (guest.Kind switch
            {
                GuestKind.AnnouncedVisitor => AnnouncedAsync(guest, cancellationToken),
                GuestKind.Visitor => VisitorAsync(guest, cancellationToken),
                GuestKind.PassHolder => PassAsync(guest, cancellationToken),
                GuestKind.GovernmentOfficer => OfficerAsync(guest, cancellationToken),
                _ => throw new UnreachableException($"Nobody serves {guest.Kind}."),
            }));
        }

        return outcomes;
    }

    private async Task<string?> AnnouncedAsync(Guest guest, CancellationToken cancellationToken)
    {
        var announced = await colleagues.AnnounceAsync(guest, cancellationToken);
        var id = await BeginAsync(guest, cancellationToken);
        await StepAsync($"cases/{id}/announcement", new JsonObject
        {
            ["announcement"] = announced.Body!["id"]!.GetValue<string>(), ["headCount"] = guest.HeadCount, ["nameAgrees"] = true,
        }, cancellationToken);
        return await OpenAsync(guest, id, cancellationToken);
    }

    /// <summary>He dials at the panel himself, which opens a case; only who he is and whom he wants is still to be said.</summary>
    private async Task<string?> VisitorAsync(Guest guest, CancellationToken cancellationToken)
    {
        world.Intercoms[guest.Intercom].Board.Call(guest.Panel, guest.Number);
        var one = await UntilAsync("cases", cases => cases.AsArray().FirstOrDefault(one =>
            one!["unit"]?.GetValue<string>() == guest.Unit && one["category"]!.GetValue<string>() == "undecided" && StatusOf(one) is "waiting" or "verifying"), cancellationToken);
        var id = one["id"]!.GetValue<long>();
        await StepAsync($"cases/{id}/category", new JsonObject { ["category"] = "visitor" }, cancellationToken);
        await StepAsync($"cases/{id}/visit", new JsonObject
        {
            ["visitor"] = guest.Name, ["host"] = guest.Host, ["unit"] = guest.Unit, ["headCount"] = guest.HeadCount,
        }, cancellationToken);
        if (guest.IsTurnedAway)
        {
            await HearAsync(id, yes: false, cancellationToken);
        }

        var outcome = await OpenAsync(guest, id, cancellationToken);
        world.Intercoms[guest.Intercom].Board.HangUp(guest.Panel);
        return outcome;
    }

    private async Task<string?> PassAsync(Guest guest, CancellationToken cancellationToken)
    {
        var id = await BeginAsync(guest, cancellationToken);
        var shown = await StepAsync($"cases/{id}/pass", new JsonObject { ["number"] = guest.Pass }, cancellationToken);
        if (StatusOf(shown) != "refused")
        {
            await StepAsync($"cases/{id}/likeness", new JsonObject { ["yes"] = true }, cancellationToken);
        }

        return await OpenAsync(guest, id, cancellationToken);
    }

    private async Task<string?> OfficerAsync(Guest guest, CancellationToken cancellationToken)
    {
        var id = await BeginAsync(guest, cancellationToken);
        await StepAsync($"cases/{id}/party", new JsonObject
        {
            ["name"] = guest.Name, ["organisation"] = guest.Organisation, ["purpose"] = "inspection", ["headCount"] = guest.HeadCount,
        }, cancellationToken);
        return await OpenAsync(guest, id, cancellationToken);
    }

    private async Task<string?> NobodyInAsync(Guest guest, long id, CancellationToken cancellationToken)
    {
        await UntilCaseAsync(id, one => StatusOf(one) != "waiting", cancellationToken);
        await StepAsync($"cases/{id}/name", new JsonObject { ["name"] = guest.Name }, cancellationToken);
        await StepAsync($"cases/{id}/appearance", new JsonObject { ["yes"] = true }, cancellationToken);
        return await OpenAsync(guest, id, cancellationToken);
    }

    private async Task<long> BeginAsync(Guest guest, CancellationToken cancellationToken)
    {
        var category = char.ToLowerInvariant(guest.Kind.ToString()[0]) + guest.Kind.ToString()[1..];
        var opened = await StepAsync("lobbies/a/cases", new JsonObject { ["door"] = guest.Door, ["category"] = category }, cancellationToken);
        return opened["id"]!.GetValue<long>();
    }

    /// <summary>Presses the key once the evidence is complete and the door is shut, and sees him in.</summary>
    private async Task<string?> OpenAsync(Guest guest, long id, CancellationToken cancellationToken)
    {
        var ready = await UntilCaseAsync(id, one => StatusOf(one) is "cleared" or "refused" or "expired" or "cancelled", cancellationToken);
        if (StatusOf(ready) != "cleared")
        {
            return ready["refused"]?.GetValue<string>() ?? StatusOf(ready);
        }

        var door = world.Doors[guest.Door];
        await UntilAsync("cases", _ => door is { IsOpen: false, IsReleased: false } ? ready : null, cancellationToken);
        door.Wait(new Visitor(
            Patience: TimeSpan.FromSeconds(5), Reaction: TimeSpan.FromSeconds(0.35), Passage: TimeSpan.FromSeconds(0.5), HoldFor: TimeSpan.Zero));
        await StepAsync($"cases/{id}/open", new JsonObject { ["door"] = guest.Door }, cancellationToken);
        await UntilCaseAsync(id, one => StatusOf(one) == "entered", cancellationToken);
        return null;
    }

    /// <summary>Says what the unit said by word of mouth, as soon as somebody speaks there.</summary>
    private Task<JsonNode> HearAsync(long id, bool yes, CancellationToken cancellationToken) => UntilAsync(async () =>
    {
        var heard = await desk.DoAsync($"cases/{id}/heard", new JsonObject { ["yes"] = yes }, cancellationToken);
        return heard.IsGranted || heard.Refusal == "request_not_open" ? (heard.Body!, heard.IsGranted)
            : throw new InvalidOperationException($"The household was not heard: {heard.Refusal}.");
    }, cancellationToken);

    private async Task<JsonNode> StepAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        var answer = await desk.DoAsync(path, body, cancellationToken);
        return answer.IsGranted ? answer.Body ?? new JsonObject() : throw new InvalidOperationException($"{path} was refused: {answer.Refusal}.");
    }

    private Task<JsonNode> UntilCaseAsync(long id, Func<JsonNode, bool> condition, CancellationToken cancellationToken) =>
        UntilAsync($"cases/{id}", one => condition(one) ? one : null, cancellationToken);

    private Task<JsonNode> UntilAsync(string path, Func<JsonNode, JsonNode?> find, CancellationToken cancellationToken) => UntilAsync(async () =>
    {
        var seen = (await desk.GetAsync(path, cancellationToken)).Body!;
        return find(seen) is { } found ? (found, true) : (seen, false);
    }, cancellationToken);

    private static async Task<JsonNode> UntilAsync(Func<Task<(JsonNode Seen, bool Done)>> look, CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var clock = Stopwatch.StartNew(); ; await pace.WaitForNextTickAsync(cancellationToken))
        {
            var (seen, done) = await look();
            if (done)
            {
                return seen;
            }

            if (clock.Elapsed > Limit)
            {
                throw new TimeoutException($"Nothing came of it: {seen.ToJsonString()}.");
            }
        }
    }

    private static string StatusOf(JsonNode one) => one["status"]!.GetValue<string>();
}
