using System.Text;

namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>A text on the display of one reader head.</summary>
/// <param name="Time">Of a temporary text: whole seconds, 0 to 255.</param>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">At most 255 characters; what is not printable ASCII becomes a question mark.</param>
internal readonly record struct TextCommand(byte Reader, TextMode Mode, TimeSpan Time, byte Row, byte Column, string Text) : IOsdpCommand
{
    private const int HeadLength = 6;
    private const byte Replacement = (byte)'?';

    public OsdpCommandCode Code => OsdpCommandCode.Text;

    public int Length => HeadLength + Text.Length;

    public static bool TryRead(ReadOnlySpan<byte> data, out TextCommand command)
    {
        command = default;
        if (data.Length < HeadLength || data.Length != HeadLength + data[5] || data[1] is < (byte)TextMode.Lasting or > (byte)TextMode.TemporaryWrapped)
        {
            return false;
        }

        var text = Encoding.Latin1.GetString(data[HeadLength..]);
        command = new TextCommand(data[0], (TextMode)data[1], TimeSpan.FromSeconds(data[2]), data[3], data[4], text);
        return true;
    }

    public void WriteTo(Span<byte> data)
    {
        data[0] = Reader;
        data[1] = (byte)Mode;
        data[2] = checked((byte)Time.TotalSeconds);
        data[3] = Row;
        data[4] = Column;
        data[5] = checked((byte)Text.Length);
        for (var index = 0; index < Text.Length; index++)
        {
            data[HeadLength + index] = Text[index] is >= ' ' and <= '~' ? (byte)Text[index] : Replacement;
        }
    }
}
