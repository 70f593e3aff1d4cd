using Bridge.Devices.Transport;

namespace Bridge.Devices.Doctor;

/// <summary>Opens a link for as long as something is measured on it.</summary>
internal static class DoctorLink
{
    public static SweepEnd Use(
        Func<LinkDefinition, TimeProvider, CancellationToken, LinkOpened> open, LinkDefinition link, TimeProvider time, Func<IByteLink, SweepEnd> measure,
        CancellationToken cancellationToken)
    {
        switch (open(link, time, cancellationToken))
        {
            case LinkOpened.Open(var opened):
                using (opened)
                {
                    return measure(opened);
                }

            case LinkOpened.Failed failed:
                return cancellationToken.IsCancellationRequested ? new SweepEnd.Stopped() : new SweepEnd.OpenFailed(failed.Reason, failed.IsInUse);
            default:
                throw new InvalidOperationException("An unknown result of opening a link.");
        }
    }
}
