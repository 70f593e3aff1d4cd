using Bridge.Host.Import;
using Bridge.Journal;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Host.Verbs;

/// <summary>Why nothing was imported, in the same words for credentials and for every list.</summary>
internal static class ImportRefusal
{
    public static string NotOpened(RegisterOpened opened) => NotOpened(opened switch
    {
        RegisterOpened.TooNew tooNew => Newer(tooNew.FileVersion, tooNew.KnownVersion),
        RegisterOpened.Unusable unusable => unusable.Reason,
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public static string NotOpened(ResidentRegisterOpened opened) => NotOpened(opened switch
    {
        ResidentRegisterOpened.TooNew tooNew => Newer(tooNew.FileVersion, tooNew.KnownVersion),
        ResidentRegisterOpened.Unusable unusable => unusable.Reason,
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    public static string NotWritten(StorageFailure failure, string reason) => $"The register cannot be written ({failure}): {reason}. Nothing was imported.";

    /// <param name="counts">What would be added, changed and removed.</param>
    public static string TooMuch(string counts) =>
        $"more than {RemovalLimit.Percent} percent would go: {counts}. Nothing was imported. Is the list complete, with all its columns? If this is meant, say --allow-removals.";

    private static string NotOpened(string reason) => $"The register cannot be opened: {reason.TrimEnd('.')}. Nothing was imported.";

    private static string Newer(long file, long known) => $"it was written by a newer version (schema {file}, known is {known})";
}
