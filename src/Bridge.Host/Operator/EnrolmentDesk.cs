using System.Security.Cryptography;
using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.Runtime;
using Bridge.Host.Secrets;
using Bridge.Policy;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Operator;

/// <summary>
/// Gives readers their keys, at a person's order and one at a time: the order is in the journal and the new key is on disk before the reader hears of it, and
/// only a handshake with the new key makes it the reader's. A power cut between any two of these leaves both keys on disk, and the line finds out which it is.
/// </summary>
public sealed class EnrolmentDesk(LineSet lines, SiteHolder site, EnrolmentRecord record, TimeProvider time, ILogger<EnrolmentDesk> log)
{
    /// <summary>How long the journal may take before the order is given up.</summary>
    private static readonly TimeSpan RecordLimit = TimeSpan.FromSeconds(10);

    private Enrolment? latest;
    private int busy;

    /// <summary>Null when it has begun; otherwise why not.</summary>
    public async Task<string?> BeginAsync(string reader, TimeSpan within, bool fromDefaultKey, CancellationToken cancellationToken)
    {
        if (Find(reader) is not { Osdp: { } security } device)
        {
            return $"There is no OSDP reader '{reader}'; there are {string.Join(", ", Readers().Select(one => one.Device.Value))}.";
        }

        if (!security.Secure)
        {
            return $"{reader} is read in clear, because the site file says \"secure\": false. Without a secure channel no key can be given to it.";
        }

        var file = new OsdpKeyFile(site.Current.Paths);
        if (lines.Of(device.Device) is not IReaderEnrolment line)
        {
            return $"The line of {reader} does not run.";
        }

        if (Interlocked.Exchange(ref busy, 1) == 1)
        {
            return $"An enrolment of {latest?.Reader} is under way. Only one at a time: wait, or end it with --cancel.";
        }

        var refusal = await TryBeginAsync(device, line, file, (within, fromDefaultKey), cancellationToken);
        if (refusal is not null)
        {
            Volatile.Write(ref busy, 0);
        }

        return refusal;
    }

    /// <summary>False when none of this reader is under way.</summary>
    public bool Cancel(string reader)
    {
        var one = Volatile.Read(ref latest);
        if (one?.Reader != reader || one.Report.IsOver)
        {
            return false;
        }

        one.CallOff();
        return true;
    }

    /// <summary>After an enrolment that was cut short a reader has shown which key it has. Called on the line's thread, and returns at once.</summary>
    public void Settle(DeviceEvent.KeySettled settled) =>
        Unattended.Run(() => SettleAsync(settled), $"What became of the key of {settled.Device}", log);

    internal EnrolmentReport? Report(string reader) => Volatile.Read(ref latest) is { } one && one.Reader == reader ? one.Report : null;

    private async Task<string?> TryBeginAsync(
        DeviceDefinition device, IReaderEnrolment line, OsdpKeyFile file, (TimeSpan Within, bool FromDefaultKey) order, CancellationToken cancellationToken)
    {
        var reader = device.Device.Value;
        try
        {
            if (!order.FromDefaultKey && !file.HasKey(device.Device))
            {
                return $"{reader} has no key here yet. If it is new and still has the default key, say --from-default-key; otherwise write its key into {site.Current.Paths.OsdpKeys}.";
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(RecordLimit);
            var how = order.FromDefaultKey ? "from the default key" : "from its own key";
            if (!await record.BeginAsync(AccessPoint(device.Device), ControlSocket.Actor, $"{reader}: {how}, {order.Within.TotalMinutes:0} min at most", patience.Token))
            {
                return "The journal cannot be written; no key is given until it can.";
            }

            var (key, isNew) = file.Begin(device.Device, order.FromDefaultKey);
            var enrolment = new Enrolment(reader, time.GetUtcNow() + order.Within);
            Volatile.Write(ref latest, enrolment);
            Unattended.Run(() => RunAsync(enrolment, device.Device, line, file, (key, isNew, order)), $"The enrolment of {reader}", log);
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or OperationCanceledException or FormatException)
        {
            await record.EndAsync(AccessPoint(device.Device), enrolled: false, ControlSocket.Actor, $"{reader}: not begun", CancellationToken.None);
            return failed is OperationCanceledException ? "The journal did not take the order in time; nothing was begun." : $"The key cannot be kept, so it was not given: {failed.Message}";
        }
    }

    private async Task RunAsync(
        Enrolment enrolment, DeviceId reader, IReaderEnrolment line, OsdpKeyFile file, (byte[] Key, bool IsNew, (TimeSpan Within, bool FromDefaultKey) Order) ordered)
    {
        using (enrolment)
        {
            var (enrolled, detail) = (false, "failed inside");
            try
            {
                log.LogWarning("An enrolment of {Reader} is open for {Minutes} min", reader, ordered.Order.Within.TotalMinutes);
                var wish = new OsdpEnrolment(ordered.Key, ordered.Order.FromDefaultKey, ordered.Order.Within, enrolment.Say);
                (enrolled, detail) = Conclude(await line.EnrolAsync(reader, wish, enrolment.CalledOff), reader, file, ordered.IsNew);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(ordered.Key);
                await record.EndAsync(AccessPoint(reader), enrolled, enrolled ? ControlSocket.Actor : null, $"{reader}: {detail}", CancellationToken.None);
                log.LogWarning("The enrolment of {Reader} is over: {Detail}", reader, detail);
                enrolment.End(enrolled, detail);
                Volatile.Write(ref busy, 0);
            }
        }
    }

    private (bool Enrolled, string Detail) Conclude(OsdpEnrolmentEnd end, DeviceId reader, OsdpKeyFile file, bool isNew)
    {
        switch (end)
        {
            case OsdpEnrolmentEnd.Proved proved:
                return (true, "the reader has proved the new key, and the one before is gone" + Kept(() => file.Promote(reader, proved.ClientId.Span, proved.Identity.Span)));
            case OsdpEnrolmentEnd.NotTaken refused:
                return (false, refused.Reason + Kept(() => file.DropPending(reader)));
            case OsdpEnrolmentEnd.Over { KeySent: false } over:
                return (false, $"{over.Reason}; no key was sent" + (isNew ? Kept(() => file.DropPending(reader)) : ""));
            case OsdpEnrolmentEnd.Over over:
                return (false, $"{over.Reason}; the new key was sent, and it is not known whether the reader has it. Both are kept and tried: look whether it comes online, or enrol again");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // Both keys are still in the file then, and the next start or enrolment finds out anew.
    private string Kept(Action write)
    {
        try
        {
            write();
            return "";
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            log.LogError("The key file cannot be written: {Reason}", failed.Message);
            return "; but the key file could not be written, which still has both keys";
        }
    }

    private async Task SettleAsync(DeviceEvent.KeySettled settled)
    {
        var file = new OsdpKeyFile(site.Current.Paths);
        var kept = Kept(() =>
        {
            if (settled.IsPending)
            {
                file.Promote(settled.Device, [], []);
            }
            else
            {
                file.DropPending(settled.Device);
            }
        });
        var found = settled.IsPending ? "the reader has the new key of an enrolment that was cut short" : "the reader did not take the key of an enrolment that was cut short";
        log.LogWarning("{Reader}: {Found}{Kept}", settled.Device, found, kept);
        await record.EndAsync(AccessPoint(settled.Device), settled.IsPending, actor: null, $"{settled.Device}: {found}{kept}", CancellationToken.None);
    }

    private IEnumerable<DeviceDefinition> Readers() => site.Current.Lines.SelectMany(line => line.Devices).Where(device => device.Osdp is not null);

    private DeviceDefinition? Find(string reader) => Readers().FirstOrDefault(device => device.Device.Value == reader);

    private AccessPointId? AccessPoint(DeviceId reader) => site.Current.Wiring.AccessPoints.FirstOrDefault(point => point.Source.Device == reader)?.AccessPoint;
}
