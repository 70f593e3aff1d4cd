using Bridge.Host.Configuration;
using Bridge.Host.Import;
using Bridge.Host.Verbs;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Register;

/// <summary>
/// A whole list from a CSV file, by the reading and the limits of the verb that imports one. What is another role's to set stays as it is: the way a household
/// is asked, and who issued a pass.
/// </summary>
internal sealed class RegisterImports(ResidentRegister register, SiteConfiguration site)
{
    private const string File = "file";

    public RegisterFileAnswer Import(ResidentList list, ReadOnlyMemory<byte> csv, ImportWish wish, string actor) => ListFile.Read(File, csv, list, site.TimeZone) switch
    {
        ListFileResult.Ready ready when Routes(ready) is { Count: > 0 } foreign => new RegisterFileAnswer.Wrong(foreign),
        ListFileResult.Ready ready => Write(ready with { Import = Kept(ready.Import, actor) }, wish, actor),
        ListFileResult.Refused refused => new RegisterFileAnswer.Wrong(refused.Errors),
        _ => throw new System.Diagnostics.UnreachableException("A list in memory is always read."),
    };

    private RegisterFileAnswer Write(ListFileResult.Ready ready, ImportWish wish, string actor)
    {
        bool TooMuch(ImportCounts counts) => !wish.AllowRemovals && RemovalLimit.IsExceeded(counts);
        return register.Import(ready.Import, actor, counts => !wish.DryRun && !TooMuch(counts)) switch
        {
            ResidentImported.Done done => new RegisterFileAnswer.Done(done.Counts, TriedOnly: false),
            ResidentImported.Declined declined when TooMuch(declined.Counts) => new RegisterFileAnswer.TooMuch(declined.Counts),
            ResidentImported.Declined declined => new RegisterFileAnswer.Done(declined.Counts, TriedOnly: true),
            ResidentImported.Refused refused => new RegisterFileAnswer.Wrong(
                [.. refused.Problems.Select(problem => new ImportFinding(File, problem.Row is { } row ? ready.Lines[row] : 1, problem.Field, problem.Reason))]),
            _ => new RegisterFileAnswer.Failed(),
        };
    }

    // Which way a household is asked, and why, is the supervisor's and the control room's.
    private List<ImportFinding> Routes(ListFileResult.Ready ready) => ready.Import is not ResidentImport.Households { Rows: var rows }
        ? []
        : [.. from pair in rows.Zip(ready.Lines)
              let row = pair.First
              where row.Reason is not null || (row.Row.Route == ClearanceRoute.ControlRoom && RouteOf(row.Row.Unit) != ClearanceRoute.ControlRoom)
              select new ImportFinding(File, pair.Second, ListColumns.Route, "expected the route to stay as it is, which is the supervisor's to change; found another")];

    private ResidentImport Kept(ResidentImport import, string actor) => import switch
    {
        ResidentImport.Households { Rows: var rows } => new ResidentImport.Households(
            [.. rows.Select(row => row with { Row = row.Row with { Route = RouteOf(row.Row.Unit) } })]),
        ResidentImport.Passes { Rows: var rows } => new ResidentImport.Passes([.. rows.Select(row => row with { Issuer = register.Current.Pass(row.Number)?.Issuer ?? actor })]),
        _ => import,
    };

    private ClearanceRoute RouteOf(string unit) =>
        register.Current.FindHousehold(unit, null) is { } id && register.Current.Household(id) is { } known ? known.Route : ClearanceRoute.Direct;
}
