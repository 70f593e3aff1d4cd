using Bridge.Journal.Register;

namespace Bridge.Host.Api.Register;

/// <summary>What the import of a list did.</summary>
/// <param name="TriedOnly">It was tried: nothing was written.</param>
public sealed record RegisterFileView(ImportCounts Counts, bool TriedOnly);
