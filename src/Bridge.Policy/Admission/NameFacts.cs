namespace Bridge.Policy.Admission;

/// <summary>The register's answer to a name as heard.</summary>
/// <param name="AppearanceOnFile">The register holds a picture or a description: the assistant has to compare it too.</param>
public sealed record NameFacts(NameAnswer Answer, bool AppearanceOnFile);
