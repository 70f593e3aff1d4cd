namespace Bridge.Console.Registers;

/// <summary>How a column is typed in.</summary>
public enum ColumnKind
{
    Text,
    Date,
    Choice,
}
