using Bridge.Devices.Osdp.Security;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>An enrolment on its way through the line. Given by any thread, done and ended by the line's own.</summary>
/// <param name="until">On the line's clock.</param>
internal sealed class EnrolmentOrder(OsdpEnrolment wish, TimeSpan until, CancellationToken called)
{
    private readonly TaskCompletionSource<OsdpEnrolmentEnd> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isKeySent;

    public ReaderKey Key { get; } = ReaderKey.From(wish.Key.Span);

    public bool FromDefaultKey => wish.FromDefaultKey;

    public Task<OsdpEnrolmentEnd> End => _end.Task;

    public bool IsKeySent
    {
        get => _isKeySent;
        set => _isKeySent = value;
    }

    /// <summary>Null while it may go on.</summary>
    public string? WhyOver(TimeSpan now) =>
        _end.Task.IsCompleted ? "it has ended"
        : called.IsCancellationRequested ? "it was called off"
        : now >= until ? "its time is over"
        : null;

    public void Say(string words) => wish.Say(words);

    public void Finish(OsdpEnrolmentEnd end) => _end.TrySetResult(end);

    public void GiveUp(string reason) => Finish(new OsdpEnrolmentEnd.Over(reason, IsKeySent));
}
