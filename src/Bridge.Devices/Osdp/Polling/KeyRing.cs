using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// The base keys of one reader, and the one place that gives the key printed in the standard: only while an enrolment for this reader is open that was ordered so,
/// and only until its new key has been sent. Used by the line's thread; only <see cref="Order"/> and <see cref="Abandon"/> come from others.
/// </summary>
internal sealed class KeyRing(ReaderKey? own, ReaderKey? pending) : IDisposable
{
    private ReaderKey? _own = own;
    private ReaderKey? _pending = pending;
    private EnrolmentOrder? _asked;
    private EnrolmentOrder? _open;
    private bool _hadPending;

    /// <summary>The enrolment that is open.</summary>
    public EnrolmentOrder? Open => _open;

    public ReaderKey? Pending => _pending;

    /// <summary>False when another one is under way. One that has ended on a line that is down is not.</summary>
    public bool Order(EnrolmentOrder order)
    {
        var before = Volatile.Read(ref _asked);
        if (before is { End.IsCompleted: false } || Interlocked.CompareExchange(ref _asked, order, before) != before)
        {
            return false;
        }

        before?.Key.Dispose();
        return true;
    }

    /// <summary>The line will not run again.</summary>
    public void Abandon(string reason) => Volatile.Read(ref _asked)?.GiveUp(reason);

    /// <summary>Does not change by itself: whoever sends asks <see cref="End"/> before each frame, so that one exchange is of one mind.</summary>
    public KeyChoices Choices =>
        (_own is null ? KeyChoices.None : KeyChoices.Own)
        | (_pending is null ? KeyChoices.None : KeyChoices.Pending)
        | (_open is { FromDefaultKey: true, IsKeySent: false } ? KeyChoices.Default : KeyChoices.None);

    /// <summary>A copy that the caller disposes of; null where this key may not be used now.</summary>
    public ReaderKey? Take(KeyChoices choice) => !Choices.Has(choice) ? null : choice switch
    {
        KeyChoices.Own => ReaderKey.From(_own!.Bytes),
        KeyChoices.Pending => ReaderKey.From(_pending!.Bytes),
        KeyChoices.Default => ReaderKey.Default(),
        _ => null,
    };

    /// <summary>True once for each order, when it begins.</summary>
    public bool Begin(TimeSpan now)
    {
        var asked = Volatile.Read(ref _asked);
        if (asked is null || _open is not null || asked.WhyOver(now) is not null)
        {
            return false;
        }

        _open = asked;
        _hadPending = _pending is not null;
        _pending?.Dispose();
        _pending = ReaderKey.From(asked.Key.Bytes);
        return true;
    }

    /// <summary>True once for each order, when it is over. A new key that was never sent is forgotten with it.</summary>
    public bool End(TimeSpan now)
    {
        if ((_open ?? Volatile.Read(ref _asked)) is not { } order || order.WhyOver(now) is not { } reason)
        {
            return false;
        }

        var wasOpen = _open is not null;
        if (wasOpen && !order.IsKeySent && !_hadPending)
        {
            DropPending();
        }

        order.GiveUp(reason);
        order.Key.Dispose();
        _open = null;
        Interlocked.CompareExchange(ref _asked, null, order);
        return wasOpen;
    }

    public void PromotePending()
    {
        if (_pending is not null)
        {
            _own?.Dispose();
            (_own, _pending) = (_pending, null);
        }
    }

    public void DropPending()
    {
        _pending?.Dispose();
        _pending = null;
    }

    public void Dispose()
    {
        _own?.Dispose();
        _pending?.Dispose();
    }
}
