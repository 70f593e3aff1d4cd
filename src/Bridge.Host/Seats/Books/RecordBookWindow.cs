using Bridge.Console;
using Bridge.Console.Books.Records;
using Bridge.Console.Desk;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Host.Seats.Posts;
using Microsoft.AspNetCore.Http;

namespace Bridge.Host.Seats.Books;

/// <summary>The visitor log or the duty log of one open page.</summary>
internal sealed class RecordBookWindow(PostWindow window, ICallingSeat seat, BookReading books, RecordOffice office, LobbyNames names, IDoorBoard board) : IRecordBook
{
    public BookForm Form { get; set; }

    private Permission Reads => Form == BookForm.VisitorLog ? Permission.ReadVisitorLog : Permission.ReadDutyLog;

    public IAsyncEnumerable<BookView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Reads) != Reach.None, (caller, _) => Draw(caller), cancellationToken);

    public async Task<BookSheet?> FindAsync(BookSearch search, CancellationToken cancellationToken)
    {
        if (await seat.FindCallerAsync(cancellationToken) is not { } caller || caller.ReachOf(Reads) == Reach.None)
        {
            return null;
        }

        seat.Act();
        return await books.FindAsync(caller, Form, search, cancellationToken);
    }

    public async Task<ShownPerson> ShowAsync(string number, UnmaskReason reason, CancellationToken cancellationToken)
    {
        IReadOnlyList<PersonVersion> versions = [];
        string? unit = null;
        var outcome = await window.ActAsync(Permission.UnmaskPerson, async caller =>
        {
            var opened = await office.UnmaskAsync(caller, number, Reason(reason), cancellationToken);
            (versions, unit) = opened is UnmaskOutcome.Shown shown ? (shown.Versions, office.Find(caller, number)?.Unit) : ([], null);
            return RecordEndpoints.Show(opened);
        }, cancellationToken);
        return new ShownPerson(outcome, unit, [.. await books.DrawAsync(versions, cancellationToken)]);
    }

    public Task<ActOutcome> AmendAsync(string number, Amendment amendment, CancellationToken cancellationToken) => window.ActAsync(
        Permission.AmendRecord,
        caller => RecordEndpoints.AmendAsync(
            number,
            new AmendBody(amendment.Reason, amendment.Name, amendment.Organisation, amendment.Phone, amendment.Host, amendment.Purpose, amendment.Goods, Text: amendment.Text),
            caller, office, cancellationToken),
        cancellationToken);

    private BookView Draw(Caller caller) => new(window.ObservedAt, board.Current.Site)
    {
        Lobbies = names.Choices(lobby => caller.Has(Reads, lobby)),
        Reasons = caller.ReachOf(Permission.UnmaskPerson) == Reach.None ? []
            : caller.Post?.Role == Role.LobbyAssistant ? [UnmaskReason.CallBack]
            : [.. Enum.GetValues<UnmaskReason>()],
        MayAmend = caller.ReachOf(Permission.AmendRecord) != Reach.None,
        MayExport = caller.ReachOf(Permission.ExportLog) != Reach.None,
        TodayOnly = caller.ReachOf(Permission.ReadOldRecords) == Reach.None,
    };

    private static DisclosureReason Reason(UnmaskReason reason) => reason switch
    {
        UnmaskReason.CallBack => DisclosureReason.CallBack,
        UnmaskReason.LostProperty => DisclosureReason.LostProperty,
        UnmaskReason.Complaint => DisclosureReason.Complaint,
        UnmaskReason.Incident => DisclosureReason.Incident,
        UnmaskReason.Authority => DisclosureReason.Authority,
        UnmaskReason.OwnRequest => DisclosureReason.OwnRequest,
        UnmaskReason.Correction => DisclosureReason.Correction,
    };
}
