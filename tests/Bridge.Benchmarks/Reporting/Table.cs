using System.Globalization;

namespace Bridge.Benchmarks.Reporting;

/// <summary>A plain table: the first column to the left, figures to the right.</summary>
internal sealed class Table(params string[] header)
{
    private readonly List<string[]> rows = [header];

    public void Add(string name, params double[] figures) => rows.Add([name, .. figures.Select(Text)]);

    public void AddText(params string[] cells) => rows.Add(cells);

    public void Write(string title)
    {
        System.Console.WriteLine();
        System.Console.WriteLine(title);
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            System.Console.WriteLine("  " + string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))));
        }
    }

    private static string Text(double figure) => figure.ToString(Math.Abs(figure) >= 1000 ? "#,0" : Math.Abs(figure) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}
