using System.Collections.Immutable;
using Bridge.Console.Registers;
using Bridge.Host.Import;
using Bridge.Host.Runtime;
using Bridge.Journal.Residents;
using static Bridge.Host.Import.ListColumns;

namespace Bridge.Host.Seats.Registers;

/// <summary>The columns of the register's lists, as a page draws and asks for them.</summary>
internal sealed class RegisterColumns(SiteHolder site)
{
    private static readonly ImmutableArray<string> YesNo = ["yes", "no"];

    public ListView Of(ResidentList list)
    {
        var set = ListColumns.Of(list);
        var keys = list is ResidentList.Stations or ResidentList.Duty ? 2 : 1;
        return new ListView(
            BookOf(list), [.. set.All.Where(column => column != Reason).Select((column, index) => Column(list, column, set.Required.Contains(column) && column != Issuer, index < keys))],
            Ends: list is not (ResidentList.Households or ResidentList.Stations or ResidentList.Duty));
    }

    public static BookList BookOf(ResidentList list) => Enum.Parse<BookList>(list.ToString());

    public static ResidentList ListOf(BookList list) => list == BookList.Credentials
        ? throw new System.Diagnostics.UnreachableException("Cards are no list of rows.")
        : Enum.Parse<ResidentList>(list.ToString());

    private ColumnView Column(ResidentList list, string name, bool required, bool isKey)
    {
        var choices = Choices(list, name);
        var kind = name is ValidFrom or ValidUntil or MovedIn or MovedOut ? ColumnKind.Date : choices.IsEmpty ? ColumnKind.Text : ColumnKind.Choice;
        return new ColumnView(name, kind, required, isKey) { Choices = choices, ReadOnly = name is ListColumns.Route or Issuer, Sealed = name == BarredReason };
    }

    private ImmutableArray<string> Choices(ResidentList list, string name) => name switch
    {
        ChildrenMayAnswer or MayAdmitHimself or Barred or Minor or Cancelled => YesNo,
        ListColumns.Route => Words<ClearanceRoute>(),
        Kind => Words<ResidentKind>(),
        Status when list == ResidentList.Badges => Words<BadgeStatus>(),
        Status => Words<PassStatus>(),
        Lobby => [.. site.Current.Rules.Admission.Lobbies.Keys.Select(lobby => lobby.Value)],
        _ => [],
    };

    private static ImmutableArray<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
}
