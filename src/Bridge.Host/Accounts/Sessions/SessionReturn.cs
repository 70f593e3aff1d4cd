using Bridge.Host.Accounts.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Accounts.Sessions;

/// <summary>Brings the sessions back that were there before the restart: whose time is not up, whose account is as it was, and whose desk is still enrolled.</summary>
internal sealed class SessionReturn(SessionFile file, SessionBook sessions, DeskBook desks, AccountsContext accounts, ILogger<SessionReturn> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var kept = file.Read();
        var names = kept.Select(session => session.Account).Distinct().ToList();
        var stamps = await accounts.Users.Where(account => names.Contains(account.Id) && !account.Disabled)
            .ToDictionaryAsync(account => account.Id, account => account.SecurityStamp ?? "", cancellationToken);
        var back = kept.Count(session => stamps.GetValueOrDefault(session.Account) == session.Stamp && ComesBack(session));
        if (kept.Count > 0)
        {
            log.LogInformation("{Back} sessions go on after the restart, {Over} are over", back, kept.Count - back);
        }
    }

    private bool ComesBack(KeptSession session)
    {
        var desk = session.Desk is { } id ? desks.OfId(id) : null;
        return session.Desk == desk?.Id && sessions.Return(session, desk);
    }
}
