using Bridge.Benchmarks.Reporting;

namespace Bridge.Benchmarks.Events;

/// <summary>Memory of this process over a run, by tenths of its events.</summary>
internal sealed class MemoryTrack
{
    private const int Parts = 10;
    private readonly List<(long Events, double Resident, double Heap)> points = [];

    public void Look(long events, long total)
    {
        if (points.Count < Parts && events >= total * (points.Count + 1) / Parts)
        {
            points.Add((events, Megabytes(Environment.WorkingSet), Megabytes(GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes)));
        }
    }

    /// <summary>The largest of the last third as a multiple of the largest of the third before it.</summary>
    public double Growth(Func<(long Events, double Resident, double Heap), double> what) =>
        points.Skip(Parts * 2 / 3).Max(what) / points.Skip(Parts / 3).Take(Parts / 3).Max(what);

    public double ResidentGrowth => Growth(point => point.Resident);

    public void Write()
    {
        var table = new Table("events so far", "resident MB", "managed heap MB");
        points.ForEach(point => table.Add(point.Events.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), point.Resident, point.Heap));
        table.Write("Memory over the run (heap: size at the last collection)");
    }

    private static double Megabytes(long bytes) => bytes / 1024.0 / 1024.0;
}
