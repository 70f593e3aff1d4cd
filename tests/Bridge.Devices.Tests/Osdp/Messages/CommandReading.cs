using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;

namespace Bridge.Devices.Tests.Osdp.Messages;

/// <summary>The command in a frame's data by its code; null when there is none.</summary>
internal static class CommandReading
{
    public static IOsdpCommand? Read(OsdpCommandCode code, ReadOnlySpan<byte> data) => code switch
    {
        OsdpCommandCode.Id => IdCommand.TryRead(data, out var id) ? id : null,
        OsdpCommandCode.Cap => CapCommand.TryRead(data, out var cap) ? cap : null,
        OsdpCommandCode.Out => OutCommand.TryRead(data, out var output) ? output : null,
        OsdpCommandCode.Led => LedCommand.TryRead(data, out var led) ? led : null,
        OsdpCommandCode.Buz => BuzCommand.TryRead(data, out var buzzer) ? buzzer : null,
        OsdpCommandCode.Text => TextCommand.TryRead(data, out var text) ? text : null,
        OsdpCommandCode.Comset => ComsetCommand.TryRead(data, out var comset) ? comset : null,
        OsdpCommandCode.Keyset => KeysetCommand.TryRead(data, out var keyset) ? keyset : null,
        OsdpCommandCode.AcuRxSize => AcuRxSizeCommand.TryRead(data, out var size) ? size : null,
        OsdpCommandCode.KeepActive => KeepActiveCommand.TryRead(data, out var keep) ? keep : null,
        OsdpCommandCode.Mfg => MfgCommand.TryRead(data, out var mfg) ? mfg : null,
        OsdpCommandCode.Poll => DatalessCommand.Poll,
        OsdpCommandCode.Lstat => DatalessCommand.LocalStatus,
        OsdpCommandCode.Istat => DatalessCommand.InputStatus,
        OsdpCommandCode.Ostat => DatalessCommand.OutputStatus,
        OsdpCommandCode.Rstat => DatalessCommand.ReaderStatus,
        OsdpCommandCode.Abort => DatalessCommand.Abort,
        _ => null,
    };
}
