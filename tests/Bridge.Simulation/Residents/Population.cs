using System.Globalization;
using Bridge.Simulators.Devices;
using Bridge.Simulators.People;

namespace Bridge.Simulation.Residents;

/// <summary>Who lives and works here: the truth about every card and PIN, drawn from the seed.</summary>
internal sealed class Population
{
    private const int People = 14;
    private static readonly string[] Levels = ["residents", "staff", "watch", "guests"];

    private Population(IReadOnlyList<HeldCredential> credentials) => Credentials = credentials;

    public IReadOnlyList<HeldCredential> Credentials { get; }

    public IReadOnlyList<HeldCredential> Cards => [.. Credentials.Where(credential => credential.Kind == CredentialKind.Card)];

    public static Population Draw(Random random, DateTimeOffset start)
    {
        var credentials = new List<HeldCredential>();
        for (var i = 0; i < People; i++)
        {
            var person = Person(random, i, start);
            credentials.Add(person with { Kind = CredentialKind.Card, Text = Wiegand26.Bits(17, 1000 + i) });

            // The last two have chosen the same digits.
            credentials.Add(person with { Text = Digits(4000 + Math.Min(i, People - 2)) });
            if (i % 3 == 0)
            {
                credentials.Add(person with { Text = Digits(7000 + i), IsDuress = true });
            }
        }

        return new Population(credentials);
    }

    public IReadOnlyList<HeldCredential> Find(CredentialKind kind, string text) =>
        [.. Credentials.Where(credential => credential.Kind == kind && credential.Text == text)];

    public string PinOf(string holder, bool duress) => Credentials
        .Where(credential => credential.Holder == holder && credential.Kind == CredentialKind.Pin)
        .OrderByDescending(credential => credential.IsDuress == duress)
        .First().Text;

    private static HeldCredential Person(Random random, int number, DateTimeOffset start)
    {
        var standing = random.Next(12);
        return new HeldCredential(
            $"holder-{number}",
            CredentialKind.Pin,
            "",
            IsDuress: false,
            ValidFrom: standing == 0 ? start + TimeSpan.FromMinutes(random.Next(1, 600)) : null,
            ValidUntil: standing is 1 ? start + TimeSpan.FromMinutes(random.Next(1, 600)) : standing is 2 ? start - TimeSpan.FromDays(1) : null,
            IsDisabled: standing == 3,
            IsExtended: number / 2 % 2 == 0,
            [.. Levels.Where(level => random.Next(level == "residents" ? 2 : 4) == 0).DefaultIfEmpty("staff")]);
    }

    private static string Digits(int number) => number.ToString("0000", CultureInfo.InvariantCulture);
}
