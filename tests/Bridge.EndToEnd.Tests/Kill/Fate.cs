namespace Bridge.EndToEnd.Tests.Kill;

/// <summary>What becomes of the files when the process dies.</summary>
internal enum Fate
{
    /// <summary>Only the process died: the system still has what was written, synced or not.</summary>
    Kill,

    /// <summary>The power went: of what was not synced nothing is there.</summary>
    None,

    /// <summary>The power went while the disk was writing: of what was not synced some is there, in any order and torn between sectors.</summary>
    Some,
}
