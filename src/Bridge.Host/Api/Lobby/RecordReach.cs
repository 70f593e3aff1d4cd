using Bridge.Host.Accounts;
using Bridge.Journal.Records;
using Bridge.Policy;

namespace Bridge.Host.Api.Lobby;

/// <summary>Which records a caller gets to see: of which form, of which lobby, and how old.</summary>
internal static class RecordReach
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static Permission PermissionOf(RecordForm form) => form switch
    {
        RecordForm.VisitorLog => Permission.ReadVisitorLog,
        RecordForm.DutyLog => Permission.ReadDutyLog,
    };

    /// <summary>Null: as old as any.</summary>
    public static DateTimeOffset? Since(Caller caller, DateTimeOffset now) => caller.ReachOf(Permission.ReadOldRecords) == Reach.None ? now - Day : null;

    /// <summary>What is out of reach is as if it were not there.</summary>
    public static bool Sees(Caller caller, StoredRecord record, DateTimeOffset now) =>
        caller.Has(PermissionOf(record.Number.Form), new LobbyId(record.Original.Lobby)) && !(record.Original.CreatedAt < Since(caller, now));
}
