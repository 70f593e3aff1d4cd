namespace Bridge.Devices.Intercoms.Serial;

/// <summary>What panels, units and calls may be called on the line: nothing that could be taken for a part of it.</summary>
internal static class SerialName
{
    public const int Longest = 24;

    public static bool IsName(string text) =>
        text.Length is > 0 and <= Longest && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '#');
}
