using Bridge.Host.Accounts;
using Bridge.Journal;
using Bridge.Journal.Records;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Cards;

/// <summary>Reads the cards and PINs for who gives them out, and for who may switch them off: the latter gets no name, and no way to look for one.</summary>
internal sealed class CredentialShelf(CredentialRegister register, ResidentRegister residents)
{
    public const int Longest = 100;

    /// <summary>Null when the file cannot be read now.</summary>
    /// <param name="text">Only rows whose unit, last digits or, for who may see it, holder's name hold it.</param>
    /// <param name="after">The last one of the page before.</param>
    public CredentialPage? Page(Caller caller, string? text, string? after, int most)
    {
        if (All() is not { } rows)
        {
            return null;
        }

        var names = caller.ReachOf(Permission.IssueCredential) != Reach.None;
        var found = rows.Where(row => Sees(caller, row) && Holds(row, text?.Trim() ?? "", names));
        List<CredentialRow> page = [.. (after is null ? found : found.SkipWhile(row => row.Id != after).Skip(1)).Take(most + 1)];
        return new CredentialPage([.. page.Take(most).Select(row => View(row, names))], page.Count > most);
    }

    /// <summary>Null as if it were not there, when it belongs to another lobby.</summary>
    public CredentialRow? Find(Caller caller, string id) =>
        All()?.FirstOrDefault(row => row.Id == id) is { } found && Sees(caller, found) ? found : null;

    /// <summary>What the cards of a unit open: most often what a new one shall open too.</summary>
    public IReadOnlyList<string> LevelsOf(string unit) =>
        [.. (All() ?? []).Where(row => row.Unit == unit && row.Disabled == DisabledReason.None).SelectMany(row => row.AccessLevels).Distinct(StringComparer.Ordinal)];

    public static CredentialView View(CredentialRow row, bool names) => new(
        row.Id, row.Kind, row.Shown, names ? row.HolderName : PersonMask.Name(row.HolderName) ?? "", row.Unit, row.AccessLevels)
    {
        ValidUntil = row.ValidUntil,
        Disabled = row.Disabled,

        // That a PIN is one for duress is nobody's business who cannot give it out.
        Duress = names && row.Duress,
    };

    // Where somebody lives the residents' register knows; the list of holders may be another system's.
    private IEnumerable<CredentialRow>? All()
    {
        var now = residents.Current;
        return register.List() is StorageResult<IReadOnlyList<CredentialRow>>.Done { Value: var rows }
            ? rows.Select(row => now.MemberOfHolder(row.Holder) is { } member && now.Household(member.Household) is { } home ? row with { Unit = home.Unit } : row)
            : null;
    }

    // Whose unit lies in no lobby is the whole estate's.
    private bool Sees(Caller caller, CredentialRow row) => caller.ReachOf(Permission.DisableCredential) switch
    {
        Reach.None => false,
        Reach.All => true,
        Reach.OwnLobby => caller.Lobby is { } lobby && row.Unit is { } unit && residents.Current.FindHousehold(unit, lobby.Value) is not null,
    };

    private static bool Holds(CredentialRow row, string text, bool names) => text.Length == 0
        || (row.Unit?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false)
        || (row.Shown.Length > 0 && row.Shown.EndsWith(text, StringComparison.Ordinal))
        || (names && row.HolderName.Contains(text, StringComparison.OrdinalIgnoreCase));
}
