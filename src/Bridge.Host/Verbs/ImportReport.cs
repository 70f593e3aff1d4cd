using Bridge.Host.Import;

namespace Bridge.Host.Verbs;

/// <summary>Says what is wrong with a CSV file.</summary>
internal static class ImportReport
{
    private const int MostErrorsShown = 100;

    public static async Task WriteAsync(IReadOnlyList<ImportFinding> errors, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var error in errors.Take(MostErrorsShown))
        {
            await output.WriteLineAsync(error.ToString().AsMemory(), cancellationToken);
        }

        var rest = errors.Count > MostErrorsShown ? $", {errors.Count - MostErrorsShown} of them not shown" : "";
        var closing = errors.Count == 1 ? "1 error, nothing was imported." : $"{errors.Count} errors{rest}, nothing was imported.";
        await output.WriteLineAsync(closing.AsMemory(), cancellationToken);
    }
}
