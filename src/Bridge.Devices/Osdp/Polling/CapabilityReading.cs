using Bridge.Devices.Osdp.Frames;
using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>PDCAP as far as the control panel uses it. What it says of security is not read.</summary>
internal static class CapabilityReading
{
    /// <summary>What every device takes, whatever it says.</summary>
    public const int LeastFrame = 128;

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
            | Where(Has(reply, CapabilityFunction.SmartCard), PeripheralFeatures.SmartCard)
            | Where(
                Size(reply, CapabilityFunction.ReceiveBuffer) > LeastFrame || Size(reply, CapabilityFunction.LargestCombinedMessage) > LeastFrame,
                PeripheralFeatures.LongFrames)
            | Where(reply.Find(CapabilityFunction.CheckCharacter) is { Compliance: 0 }, PeripheralFeatures.ChecksumOnly);
    }

    /// <summary>The longest frame that the reader takes, 128 to 1440 bytes (function 10).</summary>
    public static int LongestFrame(ReadOnlySpan<byte> data) => PdCapReply.Read(data, out var reply) == ReplyRefusal.None
        ? Math.Clamp(Size(reply, CapabilityFunction.ReceiveBuffer), LeastFrame, FrameLayout.LongestFrame)
        : LeastFrame;

    private static int Size(in PdCapReply reply, CapabilityFunction function) =>
        reply.Find(function) is { } entry ? entry.Compliance | (entry.Number << 8) : 0;

    private static bool Has(in PdCapReply reply, CapabilityFunction function) => reply.Find(function) is { Compliance: > 0 };

    private static PeripheralFeatures Where(bool holds, PeripheralFeatures feature) => holds ? feature : PeripheralFeatures.None;
}
