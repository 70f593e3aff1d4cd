using Bridge.Simulators.Building;
using Bridge.Simulators.Intercoms;
using Bridge.Simulators.People;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>The people on duty around the visitors' entrance, signed in; and in a demo without a person the assistant too.</summary>
internal sealed class Staff(World world, Colleagues colleagues, ApiPerson? desk) : IDisposable
{
    private static readonly string[] Doors = [VisitorsEntrance.Front, VisitorsEntrance.Rear];

    public static async Task<Staff> SignInAsync(DemoSite site, World world, bool withAssistant, CancellationToken cancellationToken) => new(
        world,
        await Colleagues.SignInAsync(site, cancellationToken),
        withAssistant ? await ApiPerson.SignInAsync(site, "la", cancellationToken) : null);

    /// <summary>The product hears the intercom and knows both doors.</summary>
    public static bool IsEntranceReady(World world, EventTally tally) =>
        Doors.All(tally.IsOnline) && ((SerialIntercom)world.Intercoms[VisitorsEntrance.Station]).Requests > 0;

    /// <summary>Lets all guests come to the assistant, and counts what came of them by every side but the broker's.</summary>
    public async Task<AdmissionCount> ServeAsync(IReadOnlyList<Guest> guests, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = colleagues.WorkAsync(ended.Token);
        IReadOnlyList<string?> outcomes = [];
        try
        {
            outcomes = await new Assistant(world, desk!, colleagues).ServeAsync(guests, cancellationToken);
        }
        catch (Exception failure) when (failure is InvalidOperationException or TimeoutException)
        {
            await Console.Error.WriteLineAsync($"The assistant could not go on. {failure.Message}");
        }

        await ended.CancelAsync();
        await work;
        return new AdmissionCount(
            outcomes.Count(outcome => outcome is null), 0, Doors.Sum(door => world.Doors[door].LockActivations.Count), AdmissionCount.Reasons(outcomes));
    }

    /// <summary>Lets them come to whoever sits at the desk.</summary>
    public Task AttendAsync(Action<Guest> told, CancellationToken cancellationToken) =>
        new GuestPlayer(world, told, guest => _ = AnnounceAsync(guest, cancellationToken)).RunAsync(Guests.Morning, cancellationToken);

    /// <summary>Everybody but the assistant does his part.</summary>
    public Task WorkAsync(CancellationToken cancellationToken) => colleagues.WorkAsync(cancellationToken);

    private async Task AnnounceAsync(Guest guest, CancellationToken cancellationToken)
    {
        try
        {
            await colleagues.AnnounceAsync(guest, cancellationToken);
        }
        catch (Exception ended) when (ended is HttpRequestException or OperationCanceledException)
        {
            Console.WriteLine($"    The gate could not announce {guest.Name}.");
        }
    }

    public void Dispose()
    {
        colleagues.Dispose();
        desk?.Dispose();
    }
}
