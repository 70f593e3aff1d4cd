using Bridge.EndToEnd.Tests.Running;

namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>Where a campaign takes place, who comes there, and what is kept of what was told.</summary>
/// <param name="Sync">How long the disk needs for a sync.</param>
/// <param name="AimsAtLocks">A kill waits for the next lock to be energised: its read is on disk, and its reader has perhaps not been told so.</param>
internal sealed record KillScene(Installation Installation, Ledger Ledger, IVisitors Visitors, TimeSpan Sync, bool AimsAtLocks = false);
