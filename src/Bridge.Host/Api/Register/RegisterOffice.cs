using System.Globalization;
using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Register;

/// <summary>
/// Single changes of the register, by the same rules as its CSV files. Every change is one transaction with its line in the register's own history.
/// </summary>
public sealed class RegisterOffice(ResidentRegister register, RegisterShelf shelf, SiteConfiguration site)
{
    /// <summary>Adds the row, or makes it what is given.</summary>
    /// <param name="columns">Those that tell the row may be left out: they are in the key.</param>
    /// <param name="actor">The account that answers for it.</param>
    public RegisterAnswer Put(RegisterKey key, IReadOnlyDictionary<string, string> columns, string actor)
    {
        var before = shelf.Find(key);
        var given = new Dictionary<string, string>(columns, StringComparer.Ordinal);
        if (Reserved(key.List, given, before) is { } reserved)
        {
            return new RegisterAnswer.NotYours(reserved);
        }

        if (key.List == ResidentList.Passes)
        {
            // Who issued it is who asks, or who did then; what a client says of it does not count.
            given[ListColumns.Issuer] = before?.Columns.GetValueOrDefault(ListColumns.Issuer) ?? actor;
        }

        if (Name(key, given) is { } other)
        {
            return Wrong(key.List, other, "expected what the address says, found another");
        }

        return ListFile.One(key.List, given, site.TimeZone) switch
        {
            ListFileResult.Ready when Stranger(given) is { } lobby => Wrong(key.List, lobby, "expected lobbies of the site file, found another"),
            ListFileResult.Ready ready => new RegisterEdits(register.Current).Of(ready.Import) is { } edits
                ? Apply(edits, actor, () => new RegisterAnswer.Done(shelf.Find(key), before is null))
                : Wrong(key.List, ListColumns.Unit, "expected a unit of the register, found another"),
            ListFileResult.Refused refused => new RegisterAnswer.Wrong(refused.Errors),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>
    /// Ends what the row is good for, and keeps it: a member moves out, a leader leaves the list, a badge or pass is withdrawn, a tour is cancelled. A household, a
    /// station or a place in a duty list is taken away.
    /// </summary>
    /// <param name="lastDay">Of a member or a leader.</param>
    public RegisterAnswer End(RegisterKey key, DateOnly lastDay, string actor)
    {
        var (column, value) = key.List switch
        {
            ResidentList.Members => (ListColumns.MovedOut, Day(lastDay)),
            ResidentList.Leaders => (ListColumns.ValidUntil, Day(lastDay)),
            ResidentList.Badges or ResidentList.Passes => (ListColumns.Status, "withdrawn"),
            ResidentList.Tours => (ListColumns.Cancelled, "yes"),
            ResidentList.Households or ResidentList.Stations or ResidentList.Duty => ((string?)null, ""),
        };
        if (column is null)
        {
            return Remove(key, actor);
        }

        return shelf.Find(key) is { } row
            ? Put(key, new Dictionary<string, string>(row.Columns, StringComparer.Ordinal) { [column] = value }, actor)
            : new RegisterAnswer.NotThere();
    }

    /// <summary>Takes a row away that should never have been there.</summary>
    public RegisterAnswer Remove(RegisterKey key, string actor)
    {
        if (shelf.Find(key) is not { } row)
        {
            return new RegisterAnswer.NotThere();
        }

        var subject = key.List switch
        {
            ResidentList.Households or ResidentList.Stations => register.Current.FindHousehold(row.Key, null)!,
            ResidentList.Members => RegisterEdits.Member(register.Current, row.Key)!.Id,
            _ => row.Key,
        };
        return Apply([new ResidentEdit.Remove(key.List, subject, row.Order)], actor, () => new RegisterAnswer.Done(null, Added: false));
    }

    internal RegisterAnswer Apply(IReadOnlyList<ResidentEdit> edits, string actor, Func<RegisterAnswer> done) => register.Apply(edits, actor) switch
    {
        ResidentEdited.Done => done(),
        ResidentEdited.Refused refused => new RegisterAnswer.Refused(refused.Reason),
        ResidentEdited.Failed => new RegisterAnswer.Failed(),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Which way a household is asked, and why, is the supervisor's and the control room's.
    private static string? Reserved(ResidentList list, Dictionary<string, string> given, RegisterRow? before)
    {
        if (list != ResidentList.Households)
        {
            return null;
        }

        var route = before?.Columns[ListColumns.Route] ?? "direct";
        if (given.ContainsKey(ListColumns.Reason) || !string.Equals(given.GetValueOrDefault(ListColumns.Route, route), route, StringComparison.OrdinalIgnoreCase))
        {
            return ListColumns.Route;
        }

        given[ListColumns.Route] = route;
        return null;
    }

    // A column that tells the row is filled in from the key; the first that says something else.
    private static string? Name(RegisterKey key, Dictionary<string, string> given)
    {
        foreach (var (column, value) in Names(key))
        {
            if (given.TryGetValue(column, out var said) && !string.Equals(said.Trim(), value, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }

            given[column] = value;
        }

        return null;
    }

    private static (string Column, string Value)[] Names(RegisterKey key) => key.List switch
    {
        ResidentList.Households => [(ListColumns.Unit, key.Key)],
        ResidentList.Members => [(ListColumns.Member, key.Key)],
        ResidentList.Stations => [(ListColumns.Unit, key.Key), (ListColumns.Order, key.Order.ToString(CultureInfo.InvariantCulture))],
        ResidentList.Leaders => [(ListColumns.Leader, key.Key)],
        ResidentList.Badges => [(ListColumns.Badge, key.Key)],
        ResidentList.Passes => [(ListColumns.Pass, key.Key)],
        ResidentList.Tours => [(ListColumns.Tour, key.Key)],
        ResidentList.Duty => [(ListColumns.Role, key.Key), (ListColumns.Order, key.Order.ToString(CultureInfo.InvariantCulture))],
    };

    private string? Stranger(Dictionary<string, string> given)
    {
        var lobbies = site.Rules.Admission.Lobbies;
        bool Unknown(string column) => given.TryGetValue(column, out var said)
            && said.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(lobby => !lobbies.ContainsKey(new(lobby)));
        return lobbies.IsEmpty ? null : Unknown(ListColumns.Lobby) ? ListColumns.Lobby : Unknown(ListColumns.Lobbies) ? ListColumns.Lobbies : null;
    }

    private static RegisterAnswer.Wrong Wrong(ResidentList list, string column, string message) => new([new ImportFinding(list.ToString(), 1, column, message)]);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
