using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Accounts;

/// <summary>Where everything that concerns security is told, in ids alone.</summary>
public sealed class SecurityLog(ILogger<SecurityLog> log)
{
    /// <summary>Hears every remark beside the log: the engine's way into the journal. Must not block.</summary>
    public Action<SecurityRemark>? Journal { get; set; }

    public void Tell(SecurityMatter matter, ActorId? actor, string detail)
    {
        var level = matter is SecurityMatter.SignedIn or SecurityMatter.SignedOut or SecurityMatter.PostTaken ? LogLevel.Information : LogLevel.Warning;
        log.Log(level, "Security {Matter}: {Actor} {Detail}", matter, actor?.Value ?? "nobody", detail);
        Journal?.Invoke(new SecurityRemark(matter, actor, detail));
    }
}
