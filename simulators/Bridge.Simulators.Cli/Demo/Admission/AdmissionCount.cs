namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>What came of the guests at the visitors' entrance, from three sides.</summary>
/// <param name="Opened">Cases that somebody came in by, as the desk saw them.</param>
/// <param name="Granted">Grants of cases that the broker told of.</param>
/// <param name="RelayPulses">How often the locks' relays closed: what truly happened.</param>
/// <param name="Refused">Guests who had to stay outside, by the procedure's reason.</param>
internal sealed record AdmissionCount(int Opened, int Granted, int RelayPulses, IReadOnlyDictionary<string, int> Refused)
{
    public bool Agrees(AdmissionCount expected) =>
        (Opened, Granted, RelayPulses) == (expected.Opened, expected.Granted, expected.RelayPulses)
        && Refused.Count == expected.Refused.Count && expected.Refused.All(pair => Refused.GetValueOrDefault(pair.Key) == pair.Value);

    /// <summary>One opening, one grant and one pulse for each who has to be let in.</summary>
    public static AdmissionCount Expected(IReadOnlyList<People.Guest> guests)
    {
        var welcome = guests.Count(guest => guest.Refusal is null);
        return new AdmissionCount(welcome, welcome, welcome, Reasons(guests.Select(guest => guest.Refusal)));
    }

    public static SortedDictionary<string, int> Reasons(IEnumerable<string?> refusals) =>
        new(refusals.OfType<string>().CountBy(refusal => refusal).ToDictionary(), StringComparer.Ordinal);
}
