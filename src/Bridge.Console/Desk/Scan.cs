namespace Bridge.Console.Desk;

/// <summary>What a scanned number is for.</summary>
internal static class Scan
{
    /// <summary>The category of the case in hand when it waits for a badge or a pass; otherwise null.</summary>
    public static AdmissionCategory? Awaits(DeskCase? one) => one switch
    {
        not { Stage: CaseStage.Open or CaseStage.Verifying } => null,
        { Category: AdmissionCategory.Employee } when one.Missing.Contains("BadgeChecked") => AdmissionCategory.Employee,
        { Category: AdmissionCategory.PassHolder } when one.Missing.Contains("PassChecked") => AdmissionCategory.PassHolder,
        _ => null,
    };

    /// <summary>Passes are numbered P-0001 and so on, badges by digits alone.</summary>
    public static AdmissionCategory CategoryOf(string number) =>
        number.StartsWith('P') || number.StartsWith('p') ? AdmissionCategory.PassHolder : AdmissionCategory.Employee;
}
