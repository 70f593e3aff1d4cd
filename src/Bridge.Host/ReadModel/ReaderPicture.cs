using System.Collections.Immutable;
using Bridge.Console.Readers;
using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.Configuration;
using Bridge.Policy;
using Bridge.Policy.Credentials;

namespace Bridge.Host.ReadModel;

/// <summary>The console's picture of the OSDP readers: what their lines count, and whether the engine trusts them.</summary>
internal sealed class ReaderPicture(BridgeLinks links, TimeProvider time)
{
    private readonly ReaderRates rates = new(time);

    public ImmutableArray<ReaderView> Draw(BuildingState state, Wiring wiring) =>
    [
        .. from supervisor in links.Lines
           let line = supervisor.Line as OsdpLine
           where line is not null
           from reader in line.Peripherals
           select View(line.Line, reader, Trust(reader.Device, state, wiring)),
    ];

    private ReaderView View(LineId line, PeripheralSnapshot reader, ReaderTrust trust)
    {
        var (polls, mean) = rates.Of(reader);
        return new ReaderView(reader.Device.Value, line.Value, reader.Address, Condition(reader.Security, trust), reader.Step)
        {
            PollsPerSecond = polls,
            MeanReply = mean,
            LongestReply = reader.LongestReply,
            Retries = reader.Retries,
            Silences = reader.Silences,
            Refusals = reader.Naks,
            Busies = reader.Busies,
            CheckErrors = reader.CheckErrors,
            Strangers = reader.Strangers + reader.SecondReplies,
        };
    }

    private static ReaderTrust Trust(DeviceId reader, BuildingState state, Wiring wiring) => wiring.AccessPoints
        .Where(point => point.Source.Device == reader)
        .Select(point => state.AccessPoints.GetValueOrDefault(point.AccessPoint)?.Trust ?? ReaderTrust.Trusted)
        .FirstOrDefault(trust => trust != ReaderTrust.Trusted);

    // The worse of the two: what the engine was told stands until it is told otherwise.
    private static ReaderCondition Condition(OsdpSecurityState security, ReaderTrust trust) => trust switch
    {
        ReaderTrust.SecurityFailed => ReaderCondition.SecurityFailed,
        ReaderTrust.Replaced => ReaderCondition.Replaced,
        ReaderTrust.AddressClash => ReaderCondition.AddressClash,
        ReaderTrust.Faulty => ReaderCondition.Faulty,
        ReaderTrust.Trusted => security switch
        {
            OsdpSecurityState.NotYet => ReaderCondition.Away,
            OsdpSecurityState.Secure => ReaderCondition.Secure,
            OsdpSecurityState.Held => ReaderCondition.SecurityFailed,
            OsdpSecurityState.Replaced => ReaderCondition.Replaced,
            OsdpSecurityState.NotEnrolled => ReaderCondition.NotEnrolled,
            OsdpSecurityState.ClearByConfiguration => ReaderCondition.Clear,
        },
    };
}
