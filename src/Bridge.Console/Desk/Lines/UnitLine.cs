namespace Bridge.Console.Desk.Lines;

/// <summary>"1502" or "1502 刘洋": the unit that somebody names as his own, and what he calls himself.</summary>
public sealed record UnitLine(string Unit, string? Name)
{
    public static UnitLine? Parse(string line)
    {
        var words = TypedLine.Words(line);
        return words is [var unit, .. var name] && TypedLine.IsUnit(unit) ? new UnitLine(unit, name.Count == 0 ? null : string.Join(' ', name)) : null;
    }
}
