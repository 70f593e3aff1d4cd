namespace Bridge.Journal.Tests.Records;

/// <summary>Looks for a text in files, in every writing that it could have been kept in.</summary>
internal static class Traces
{
    /// <summary>Where and how any of the texts stands in any file of a folder.</summary>
    public static IReadOnlyList<string> Find(string folder, IReadOnlyList<string> texts)
    {
        var files = Directory.GetFiles(folder).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal))
            .Select(name => new Haystack(Path.GetFileName(name), Read(name))).ToList();
        return [.. from file in files from text in texts from writing in file.Find(text) select $"{file.Name}: {writing}"];
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
