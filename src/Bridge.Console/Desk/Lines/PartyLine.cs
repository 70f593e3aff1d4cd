namespace Bridge.Console.Desk.Lines;

/// <summary>"街道办 周敏 消防检查 3人": from where they are, who speaks for them, what they come for, and how many they are.</summary>
public sealed record PartyLine(string Organisation, string Name, string Purpose, int HeadCount)
{
    public static PartyLine? Parse(string line)
    {
        var words = TypedLine.Words(line);
        return TypedLine.TakeHeadCount(words) is { } people && words.Count >= 3
            ? new PartyLine(words[0], words[1], string.Join(' ', words[2..]), people)
            : null;
    }
}
