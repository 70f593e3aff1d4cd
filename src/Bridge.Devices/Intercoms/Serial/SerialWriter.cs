using System.Globalization;
using System.Text;

namespace Bridge.Devices.Intercoms.Serial;

/// <summary>The lines that we send.</summary>
internal static class SerialWriter
{
    public static byte[] HeartBeat { get; } = Line("HB");

    /// <summary>The message with this sequence number is stored: the device may forget it.</summary>
    public static byte[] Acknowledgement(uint sequence) => Line(string.Create(CultureInfo.InvariantCulture, $"ACK;{sequence}"));

    public static byte[] Dial(string panel, string unit, uint request) => Line(string.Create(CultureInfo.InvariantCulture, $"DIAL;{panel};{unit};{request}"));

    public static byte[] HangUp(string panel, string call, uint request) => Line(string.Create(CultureInfo.InvariantCulture, $"HANG;{panel};{call};{request}"));

    private static byte[] Line(string text) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text}*{SerialCheck.Of(Encoding.ASCII.GetBytes(text)):X2}\r\n"));
}
