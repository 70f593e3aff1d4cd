namespace Bridge.Devices.Osdp;

/// <summary>A line that can give a reader another key. Only a person's order does: no line ever does so by itself.</summary>
public interface IReaderEnrolment
{
    /// <summary>
    /// Opens a session with the reader's own key (or, if the order says so, with the default key), sends the new key once, and makes a handshake with it. Ends
    /// at the latest when the order's time is over, or when <paramref name="cancellationToken"/> calls it off.
    /// </summary>
    Task<OsdpEnrolmentEnd> EnrolAsync(DeviceId reader, OsdpEnrolment wish, CancellationToken cancellationToken);
}
