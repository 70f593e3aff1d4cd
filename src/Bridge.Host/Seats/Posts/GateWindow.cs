using Bridge.Console.Desk;
using Bridge.Console.Posts.Gate;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Lobby;
using Bridge.Host.Api.Lobby.Bodies;
using Bridge.Policy.Admission;

namespace Bridge.Host.Seats.Posts;

/// <summary>The gate of one open page.</summary>
internal sealed class GateWindow(PostWindow window, DeskParts desk, LobbyNames names) : IGate
{
    public IAsyncEnumerable<GateView> WatchAsync(CancellationToken cancellationToken) =>
        window.WatchAsync(caller => caller.ReachOf(Permission.Announce) != Reach.None, Draw, cancellationToken);

    public Task<ActOutcome> ActAsync(GateWish wish, CancellationToken cancellationToken) => window.ActAsync(Permission.Announce, caller => wish switch
    {
        GateWish.Announce announce => GateEndpoints.AnnounceAsync(
            new AnnounceBody(announce.Lobby, announce.Unit.Trim(), announce.Visitor.Trim(), announce.HeadCount, announce.Confirmed, announce.Cleared),
            onRadio: false, caller, desk, cancellationToken),
        GateWish.Confirm confirm => GateEndpoints.ActAsync(
            caller, desk, confirm.Announcement, Permission.Announce, known => new GateAct.Confirm(known, confirm.Cleared), cancellationToken),
        GateWish.Cancel cancel => GateEndpoints.ActAsync(caller, desk, cancel.Announcement, Permission.Announce, known => new GateAct.Cancel(known), cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException($"No act for {wish.GetType().Name}."),
    }, cancellationToken);

    private GateView Draw(Caller caller, PersonMemory people)
    {
        var now = desk.Office.Now;
        return new GateView(
            window.ObservedAt,
            names.Choices(lobby => caller.Has(Permission.Announce, lobby)),
            [
                .. desk.Office.State.Admission.Announcements.Values
                    .Where(known => caller.Has(Permission.Announce, known.Facts.Household.Lobby)).Select(known => Row(known, people, now)),
            ]);
    }

    private AnnouncementRow Row(AnnouncementState known, PersonMemory people, TimeSpan now) => new(
        known.Facts.Announcement.Value,
        names.Of(known.Facts.Household.Lobby),
        desk.Register.UnitOf(known.Facts.Household.Household) ?? "",
        people.Show(known.Facts.Visitor)?.Name,
        known.Facts.HeadCount,
        Stage(known.Status),
        known.Status is AnnouncementStatus.Confirmed or AnnouncementStatus.Matched ? known.ExpiresAt - now : null)
    {
        OverRadio = known.Facts.OverRadio,
    };

    private static AnnouncementStage Stage(AnnouncementStatus status) => status switch
    {
        AnnouncementStatus.Draft => AnnouncementStage.Draft,
        AnnouncementStatus.Confirmed => AnnouncementStage.Confirmed,
        AnnouncementStatus.Matched => AnnouncementStage.Matched,
        AnnouncementStatus.Used => AnnouncementStage.Used,
        AnnouncementStatus.Expired => AnnouncementStage.Expired,
        AnnouncementStatus.Cancelled => AnnouncementStage.Cancelled,
        AnnouncementStatus.Void => AnnouncementStage.Void,
    };
}
