using Bridge.Simulators.Osdp.Feedback;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Commands;

/// <summary>How long the data of each command is.</summary>
internal static class CommandLength
{
    /// <summary>Null for an unknown command.</summary>
    public static bool? Fits(byte code, ReadOnlySpan<byte> data) => code switch
    {
        CommandCode.Poll or CommandCode.LocalStatus or CommandCode.InputStatus or CommandCode.OutputStatus => data.Length == 0,
        CommandCode.ReaderStatus or CommandCode.Abort => data.Length == 0,
        // Some control panels leave the byte out.
        CommandCode.Identify or CommandCode.Capabilities => data.Length <= 1,
        CommandCode.Output => Records(data, 4),
        CommandCode.Led => Records(data, 14),
        CommandCode.Buzzer or CommandCode.Communication => data.Length == 5,
        CommandCode.Text => ReaderText.Fits(data),
        CommandCode.BiometricRead => data.Length == 4,
        CommandCode.BiometricMatch => data.Length >= 6 && data.Length == 6 + (data[4] | (data[5] << 8)),
        CommandCode.KeySet => data.Length >= 2 && data.Length == 2 + data[1],
        CommandCode.Challenge => data.Length == 8,
        CommandCode.ServerCryptogram => data.Length == 16,
        CommandCode.ReceiveSize or CommandCode.KeepActive => data.Length == 2,
        CommandCode.FileTransfer => data.Length >= 11 && data.Length == 11 + (data[9] | (data[10] << 8)),
        CommandCode.Manufacturer => data.Length >= 3,
        _ => null,
    };

    private static bool Records(ReadOnlySpan<byte> data, int length) => data.Length > 0 && data.Length % length == 0;
}
