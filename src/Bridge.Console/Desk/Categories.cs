namespace Bridge.Console.Desk;

/// <summary>The keys of the categories, as the bar shows them.</summary>
internal static class Categories
{
    public static IReadOnlyList<(int Digit, AdmissionCategory Category)> Keys { get; } =
    [
        (1, AdmissionCategory.ForgottenCard), (2, AdmissionCategory.SelfDeclaredResident), (3, AdmissionCategory.ListedLeader), (4, AdmissionCategory.Employee),
        (5, AdmissionCategory.Visitor), (6, AdmissionCategory.GovernmentOfficer), (7, AdmissionCategory.Tour), (8, AdmissionCategory.PassHolder),
    ];

    /// <summary>Null when it is no key of a category.</summary>
    public static AdmissionCategory? OfKey(string key) =>
        Keys.Where(entry => $"Alt+{entry.Digit}" == key).Select(entry => (AdmissionCategory?)entry.Category).FirstOrDefault();
}
