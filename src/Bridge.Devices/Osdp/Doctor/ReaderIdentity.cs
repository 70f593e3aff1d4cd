using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Replies;

namespace Bridge.Devices.Osdp.Doctor;

/// <summary>Who a reader says it is (PDID).</summary>
/// <param name="Vendor">Three bytes as on the wire, in hexadecimal digits: the IEEE registers them as OUI.</param>
public sealed record ReaderIdentity(string Vendor, byte Model, byte Version, uint Serial, string Firmware)
{
    internal static ReaderIdentity? Read(ReadOnlySpan<byte> data) =>
        PdIdReply.Read(data, longerAccepted: true, out var reply) != ReplyRefusal.None ? null : new ReaderIdentity(
            reply.Vendor.ToString(), reply.Model, reply.ModelVersion, reply.Serial, $"{reply.Firmware.Major}.{reply.Firmware.Minor}.{reply.Firmware.Build}");
}
