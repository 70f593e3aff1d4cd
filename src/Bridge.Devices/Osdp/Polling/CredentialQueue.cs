using Bridge.Devices.Doors;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// The reads of one reader on their way to the host's disk. While any of them is not stored, the reader is kept at the command that it answered
/// with the read. Outlives the line's sessions: what was taken from a reader that went away since is still told.
/// </summary>
internal sealed class CredentialQueue(PointId point, UnitMemory memory, uint firstNumber)
{
    /// <summary>The sequence number keeps a reader from sending more; only resets of the link, again and again, could fill this.</summary>
    private const int Most = 16;

    private readonly List<WaitingCredential> _waiting = [];
    private uint _next = firstNumber;

    public bool IsEmpty => _waiting.Count == 0;

    public bool HasUnoffered => _waiting.Exists(static waiting => !waiting.IsOffered);

    public void Add(CredentialData credential, TimeSpan now, long stamp, TimeSpan longestAge, bool queuedWhileOffline)
    {
        if (_waiting.Count == Most)
        {
            _waiting.RemoveAt(0);
            memory.Remark(DeviceRemark.EventsLost, "the host stored none of the last reads", stamp);
        }

        _waiting.Add(new WaitingCredential(credential, _next, now, stamp, longestAge, queuedWhileOffline));

        // 0 means "has no number" to the host.
        _next = _next == uint.MaxValue ? 1 : _next + 1;
    }

    /// <summary>In order; the first that is not taken is offered again later.</summary>
    public void Offer(TimeSpan now, Func<DeviceEvent, bool> offer)
    {
        foreach (var waiting in _waiting)
        {
            if (!waiting.IsOffered)
            {
                waiting.IsOffered = offer(new DeviceEvent.CredentialRead(
                    point, waiting.Stamp, waiting.Credential, waiting.Number, waiting.LongestAge + (now - waiting.ReadAt), waiting.QueuedWhileOffline));
                if (!waiting.IsOffered)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Lets go of what the host has stored.</summary>
    public void Release()
    {
        for (var index = _waiting.Count - 1; index >= 0; index--)
        {
            if (_waiting[index].IsOffered && memory.IsConfirmed(_waiting[index].Number))
            {
                memory.Forgotten(_waiting[index].Number);
                _waiting.RemoveAt(index);
            }
        }
    }
}
