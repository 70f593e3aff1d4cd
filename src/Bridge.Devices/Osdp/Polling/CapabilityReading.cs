using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>PDCAP as far as the control panel uses it. What it says of security is not read.</summary>
internal static class CapabilityReading
{
    public static PeripheralFeatures Features(ReadOnlySpan<byte> data)
    {
        if (PdCapReply.Read(data, out var reply) != ReplyRefusal.None)
        {
            return PeripheralFeatures.None;
        }

        return Where(Has(reply, CapabilityFunction.ContactMonitoring), PeripheralFeatures.Inputs)
            | Where(Has(reply, CapabilityFunction.OutputControl), PeripheralFeatures.Outputs)
            | Where(Has(reply, CapabilityFunction.Led), PeripheralFeatures.Led)
            | Where(Has(reply, CapabilityFunction.Audible), PeripheralFeatures.Buzzer)
            | Where(Has(reply, CapabilityFunction.Text), PeripheralFeatures.Text)
            | Where(reply.Find(CapabilityFunction.Readers) is { Number: > 0 }, PeripheralFeatures.Readers)
            | Where(reply.Find(CapabilityFunction.CheckCharacter) is { Compliance: 0 }, PeripheralFeatures.ChecksumOnly);
    }

    private static bool Has(in PdCapReply reply, CapabilityFunction function) => reply.Find(function) is { Compliance: > 0 };

    private static PeripheralFeatures Where(bool holds, PeripheralFeatures feature) => holds ? feature : PeripheralFeatures.None;
}
