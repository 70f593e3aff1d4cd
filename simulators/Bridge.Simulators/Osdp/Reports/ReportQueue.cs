using Bridge.Simulators.Clocks;
using Bridge.Simulators.Devices;

namespace Bridge.Simulators.Osdp.Reports;

/// <summary>
/// What waits to be told, oldest first, and the one report that is told and not acknowledged. A read counts as acknowledged when the control panel goes
/// on to the next sequence number behind the reply that carried its last part. Used under the building's gate.
/// </summary>
internal sealed class ReportQueue(Surroundings surroundings, bool repeatsAfterReset)
{
    public const int Capacity = 64;
    private readonly LinkedList<Report> _waiting = [];
    private readonly List<PresentedCredential> _kept = [];
    private readonly List<ForgottenRead> _forgotten = [];
    private Report? _told;

    public int Waiting => _waiting.Count + (_told is null ? 0 : 1);

    public IReadOnlyList<PresentedCredential> Kept => [.. _kept];

    public IReadOnlyList<ForgottenRead> Forgotten => [.. _forgotten];

    public void Add(Report report)
    {
        if (_waiting.Count == Capacity)
        {
            Forget(_waiting.First!.Value, ForgottenReason.Overflow);
            _waiting.RemoveFirst();
        }

        _waiting.AddLast(report);
        if (report.Read is { } read)
        {
            _kept.Add(read);
        }
    }

    /// <summary>A read that the reader does not even keep.</summary>
    public void Refuse(PresentedCredential read, ForgottenReason reason) => _forgotten.Add(new ForgottenRead(read, surroundings.Now, reason));

    public Report? Tell()
    {
        _told = _waiting.First?.Value;
        if (_told is not null)
        {
            _waiting.RemoveFirst();
        }

        return _told;
    }

    /// <summary>The control panel has gone on.</summary>
    public void Acknowledge()
    {
        if (_told is not null)
        {
            Forget(_told, ForgottenReason.Acknowledged);
            _told = null;
        }
    }

    /// <summary>The control panel has started anew, and the told reply is no longer there to be repeated.</summary>
    public void Reset()
    {
        if (_told is null)
        {
            return;
        }

        if (repeatsAfterReset)
        {
            _waiting.AddFirst(_told);
        }
        else
        {
            Forget(_told, ForgottenReason.LinkReset);
        }

        _told = null;
    }

    /// <summary>Deletes what people have shown and nobody has asked for; a status stays.</summary>
    public void DropReads(ForgottenReason reason)
    {
        if (_told is { IsPersonal: true })
        {
            Forget(_told, reason);
            _told = null;
        }

        Drop(reason, static report => report.IsPersonal);
    }

    /// <summary>A power cut.</summary>
    public void Clear()
    {
        DropReads(ForgottenReason.Reboot);
        Drop(ForgottenReason.Reboot, static _ => true);
        _told = null;
    }

    private void Drop(ForgottenReason reason, Func<Report, bool> which)
    {
        foreach (var report in _waiting.Where(which).ToList())
        {
            _waiting.Remove(report);
            Forget(report, reason);
        }
    }

    private void Forget(Report report, ForgottenReason reason)
    {
        if (report.Read is { } read && _kept.Remove(read))
        {
            _forgotten.Add(new ForgottenRead(read, surroundings.Now, reason));
        }
    }
}
