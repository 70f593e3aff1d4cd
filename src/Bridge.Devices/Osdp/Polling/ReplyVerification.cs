using Bridge.Devices.Doors;
using Bridge.Devices.Osdp.Messages;
using Kind = Bridge.Devices.Osdp.Polling.PeripheralInputKind;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>A second look at a reply that belongs to the command: is it the right device, and does a report hold something that the reader has to keep?</summary>
internal sealed class ReplyVerification(
    PeripheralIdentity identity, ReportIntake intake, PeripheralChannel channel, PeripheralFigures figures, MonotonicClock clock)
{
    public Kind Verify(Kind kind, CommandFrame sent, ReplyJudge judge, bool isTrusted)
    {
        switch (kind)
        {
            case Kind.Answered when sent.Code == OsdpCommandCode.Id && !PeripheralIdentity.IsOne(judge.Data):
                // Who does not say who it is has not answered: to let it pass would be a way around the check.
                return Kind.RefusedCommand;
            case Kind.Answered when sent.Code == OsdpCommandCode.Id && !identity.Accepts(judge.Data, clock.Timestamp):
            case Kind.Answered when sent.Code == OsdpCommandCode.Chlng && !identity.AcceptsClient(channel.ClientId, clock.Timestamp):
                return Kind.IdentityDiffers;
            case Kind.Answered when sent.Code == OsdpCommandCode.Scrypt:
                figures.CountHandshake();
                return kind;
            case Kind.CredentialReported when isTrusted:
                return intake.TakeCredential(judge.Code, judge.Data) ? kind : sent.IsPoll ? Kind.Answered : Kind.StatusInstead;
            default:
                return kind;
        }
    }
}
