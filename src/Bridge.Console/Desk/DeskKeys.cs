using System.Collections.Immutable;

namespace Bridge.Console.Desk;

/// <summary>The keys of a desk's keyboard, all of which its site may choose, by the names that browsers give them.</summary>
/// <param name="Answer">The call at the door station.</param>
/// <param name="Hold">Asked to wait.</param>
/// <param name="Yes">The household said yes on the call of this case.</param>
/// <param name="Open">Opens, when it is let go.</param>
public sealed record DeskKeys(string Answer = "F2", string Hold = "F4", string Yes = "F8", string Open = "F9")
{
    private static readonly ImmutableArray<CategoryKey> UsualCategories =
    [
        new("forgottenCard", AdmissionCategory.ForgottenCard, "Alt+1"),
        new("selfDeclaredResident", AdmissionCategory.SelfDeclaredResident, "Alt+2"),
        new("listedLeader", AdmissionCategory.ListedLeader, "Alt+3"),
        new("employee", AdmissionCategory.Employee, "Alt+4"),
        new("visitor", AdmissionCategory.Visitor, "Alt+5"),
        new("governmentOfficer", AdmissionCategory.GovernmentOfficer, "Alt+6"),
        new("tour", AdmissionCategory.Tour, "Alt+7"),
        new("passHolder", AdmissionCategory.PassHolder, "Alt+8"),
    ];

    /// <summary>
    /// Those that no browser and no input method needs. From F13 on no keyboard has them: a box of a few large keys can be set to send them, so that nothing else
    /// on the desk is mistaken for one.
    /// </summary>
    public static ImmutableArray<string> Free { get; } = ["F2", "F4", "F8", "F9", .. Enumerable.Range(13, 12).Select(number => $"F{number}")];

    /// <summary>Those, and the chords that are free too; for what is not pressed with a hand that holds something.</summary>
    public static ImmutableArray<string> FreeChords { get; } = [.. Free, .. Enumerable.Range(0, 10).Select(digit => $"Alt+{digit}"), "Alt+ArrowDown", "Alt+ArrowUp", "Ctrl+K"];

    /// <summary>Puts the cursor into the directory.</summary>
    public string Find { get; init; } = "Ctrl+K";

    /// <summary>To the row below in the queue.</summary>
    public string Next { get; init; } = "Alt+ArrowDown";

    /// <summary>To the row above in the queue.</summary>
    public string Previous { get; init; } = "Alt+ArrowUp";

    /// <summary>In the order of the bar.</summary>
    public ImmutableArray<CategoryKey> Categories { get; init; } = UsualCategories;

    /// <summary>Every act with its key, as the page's script hears them.</summary>
    public IReadOnlyDictionary<string, string> Acts() => new Dictionary<string, string>
    {
        ["answer"] = Answer,
        ["hold"] = Hold,
        ["yes"] = Yes,
        ["open"] = Open,
        ["find"] = Find,
        ["next"] = Next,
        ["previous"] = Previous,
    }.Concat(Categories.Select(category => KeyValuePair.Create(category.Act, category.Key))).ToDictionary();

    /// <summary>Null when the act begins no case.</summary>
    public AdmissionCategory? Begins(string act) => Categories.FirstOrDefault(category => category.Act == act)?.Category;
}
