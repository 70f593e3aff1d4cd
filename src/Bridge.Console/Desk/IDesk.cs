using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Desk;

/// <summary>The port to the desk's work. One for each open page; everything is in the name, the role and the lobby of the person at it.</summary>
public interface IDesk : IPictureSource<DeskView>
{
    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<ActOutcome> ActAsync(DeskAct act, CancellationToken cancellationToken);

    /// <summary>Residents of this lobby by unit, name or pinyin; at least two characters. Whom a blind check concerns is not found.</summary>
    Task<ImmutableArray<DirectoryRow>> FindResidentsAsync(string text, CancellationToken cancellationToken);

    /// <summary>The leaders of the list who may be greeted today.</summary>
    Task<ImmutableArray<DirectoryRow>> FindLeadersAsync(CancellationToken cancellationToken);
}
