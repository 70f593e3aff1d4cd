using System.Text.Json.Nodes;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>Everybody whom the desk works with, each signed in: the gate announces, the office and the control room say yes, the patrol goes and looks.</summary>
internal sealed class Colleagues(ApiPerson gate, ApiPerson office, ApiPerson controlRoom, ApiPerson patrol) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(0.5);
    private static readonly string[] PatrolSteps = ["acknowledge", "en-route"];

    public static async Task<Colleagues> SignInAsync(DemoSite site, CancellationToken cancellationToken) => new(
        await ApiPerson.SignInAsync(site, "gate", cancellationToken),
        await ApiPerson.SignInAsync(site, "off", cancellationToken),
        await ApiPerson.SignInAsync(site, "ccr", cancellationToken),
        await ApiPerson.SignInAsync(site, "pat", cancellationToken));

    public Task<ApiAnswer> AnnounceAsync(Guest guest, CancellationToken cancellationToken) => gate.DoAsync("announcements", new JsonObject
    {
        ["lobby"] = "a", ["unit"] = guest.Unit, ["visitor"] = guest.Name, ["headCount"] = guest.HeadCount, ["confirmed"] = true,
    }, cancellationToken);

    /// <summary>Answers what is asked and takes what is called for, until it is cancelled or the product is gone.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        using var pace = new PeriodicTimer(Pace);
        try
        {
            do
            {
                // The gate has its list before its eyes: to the desk it is there.
                await ListAsync(gate, "announcements", cancellationToken);
                await AnswerAsync(office, cancellationToken);
                await AnswerAsync(controlRoom, cancellationToken);
                await LookAsync(cancellationToken);
            }
            while (await pace.WaitForNextTickAsync(cancellationToken));
        }
        catch (Exception ended) when (ended is HttpRequestException or OperationCanceledException)
        {
            // Somebody has pulled its plug, which the guide invites to; or the demo ends.
        }
    }

    public void Dispose()
    {
        foreach (var person in (ApiPerson[])[gate, office, controlRoom, patrol])
        {
            person.Dispose();
        }
    }

    private static async Task AnswerAsync(ApiPerson asked, CancellationToken cancellationToken)
    {
        foreach (var request in await ListAsync(asked, "requests", cancellationToken))
        {
            await asked.DoAsync($"requests/{request["id"]}/acknowledge", null, cancellationToken);
            await asked.DoAsync($"requests/{request["id"]}/answer", new JsonObject { ["answer"] = "yes", ["headCount"] = request["headCount"]!.GetValue<int>() }, cancellationToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // One that is done is on the list for a while, and is asked for nothing more.
        var alerts = await ListAsync(patrol, "alerts", cancellationToken);
        foreach (var alert in alerts.Where(one => one["status"]!.GetValue<string>() != "done"))
        {
            foreach (var step in PatrolSteps)
            {
                await patrol.DoAsync($"alerts/{alert["id"]}/{step}", null, cancellationToken);
            }

            await patrol.DoAsync($"alerts/{alert["id"]}/finish", new JsonObject { ["result"] = "enteredWithOwnKey" }, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(ApiPerson person, string path, CancellationToken cancellationToken) =>
        (await person.GetAsync(path, cancellationToken)) is { IsGranted: true, Body: JsonArray found } ? [.. found.OfType<JsonNode>()] : [];
}
