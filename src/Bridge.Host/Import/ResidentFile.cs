using Bridge.Host.Configuration;
using Bridge.Journal.Register;

namespace Bridge.Host.Import;

/// <summary>The one way from a CSV file to a <see cref="RegisterImport"/>. Reads, and changes nothing.</summary>
public static class ResidentFile
{
    /// <summary>Some fifty thousand residents.</summary>
    private const int LargestFile = 10 * 1024 * 1024;

    public static ImportResult Load(string path, SiteConfiguration site)
    {
        try
        {
            return new FileInfo(path).Length > LargestFile
                ? new ImportResult.NotRead($"{path} is larger than 10 MB: it cannot be a residents' file.")
                : Read(path, File.ReadAllBytes(path), site);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return new ImportResult.NotRead($"{path} cannot be read: {failed.Message}");
        }
    }

    /// <param name="path">Named in the findings.</param>
    public static ImportResult Read(string path, ReadOnlyMemory<byte> content, SiteConfiguration site)
    {
        var findings = new ImportFindings(path);
        if (CsvText.Check(content, findings) is not { } text)
        {
            return new ImportResult.Refused(findings.InOrder);
        }

        var reader = new RowReader(site, findings);
        ResidentEntry[] entries = [.. CsvRows.Read(text, ResidentColumns.Set, findings).Select(reader.Read)];
        new Clashes(site, findings).Check(entries);
        return findings.HasErrors
            ? new ImportResult.Refused(findings.InOrder)
            : new ImportResult.Ready(new RegisterImport(
                [.. entries.Select(entry => entry.Holder).DistinctBy(holder => holder.Key)],
                [.. entries.SelectMany(entry => entry.Credentials).Select(entered => entered.Credential)]));
    }
}
