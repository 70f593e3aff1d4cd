using System.Runtime.CompilerServices;
using Bridge.Host.Accounts;
using Bridge.Host.Api.Live;
using Bridge.Host.ReadModel;

namespace Bridge.Host.Api.Lobby;

/// <summary>One list of the desk, live: drawn anew whenever what it is drawn from has changed.</summary>
internal sealed class DeskTopic(string kind, Permission needed, BuildingMonitor monitor, Func<Viewer, object> draw) : ILiveTopic
{
    public string Kind => kind;

    public Permission Needed => needed;

    public async IAsyncEnumerable<object> WatchAsync(Viewer viewer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        object? last = null;
        while (true)
        {
            var changed = monitor.Changed;
            var admission = monitor.Journalled.State.Admission;
            if (!ReferenceEquals(admission, last))
            {
                last = admission;
                yield return draw(viewer);
            }

            await changed.WaitAsync(cancellationToken);
        }
    }
}
