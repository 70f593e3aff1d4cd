using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Register;

/// <summary>A row that was read becomes the change that puts it where it belongs: units become ids, and who is known keeps his.</summary>
internal sealed class RegisterEdits(ResidentDirectory now)
{
    public static Member? Member(ResidentDirectory directory, string key) =>
        directory.Rows.Members.FirstOrDefault(member => string.Equals(member.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null: it names a unit that is not in the register.</summary>
    public IReadOnlyList<ResidentEdit>? Of(ResidentImport import)
    {
        string? Id(string unit) => now.FindHousehold(unit, null);
        return import switch
        {
            ResidentImport.Households { Rows: [var one] } => [new ResidentEdit.PutHousehold(one.Row with { Id = Id(one.Row.Unit) ?? ResidentRegister.NewId() })],
            ResidentImport.Members { Rows: [var one] } => Id(one.Row.Household) is { } household ? Edits(one, household) : null,
            ResidentImport.Stations { Rows: [var row] } => Id(row.Household) is { } household ? [new ResidentEdit.PutStation(row with { Household = household })] : null,
            ResidentImport.Leaders { Rows: [var row] } => [new ResidentEdit.PutLeader(row with { Id = now.Leader(row.Id)?.Id ?? row.Id })],
            ResidentImport.Badges { Rows: [var row] } => [new ResidentEdit.PutBadge(row with { Number = now.Badge(row.Number)?.Number ?? row.Number })],
            ResidentImport.Passes { Rows: [{ Household: null } row] } => [new ResidentEdit.PutPass(row with { Number = now.Pass(row.Number)?.Number ?? row.Number })],
            ResidentImport.Passes { Rows: [{ Household: { } unit } row] } => Id(unit) is { } household
                ? [new ResidentEdit.PutPass(row with { Number = now.Pass(row.Number)?.Number ?? row.Number, Household = household })]
                : null,
            ResidentImport.Tours { Rows: [var row] } => [new ResidentEdit.PutTour(row with { Id = now.Tour(row.Id)?.Id ?? row.Id })],
            ResidentImport.Duty { Rows: [var row] } => [new ResidentEdit.PutDuty(row)],
            _ => throw new System.Diagnostics.UnreachableException($"No single row in {import.GetType().Name}."),
        };
    }

    private ResidentEdit[] Edits(ImportedMember one, string household)
    {
        var row = one.Row with { Id = Member(now, one.Row.Key)?.Id ?? ResidentRegister.NewId(), Household = household };
        var put = new ResidentEdit.PutMember(row);

        // A reason is given once and kept as long as it is one.
        return one.BarredReason is null && row.Barred ? [put] : [put, new ResidentEdit.SetReason(ResidentList.Members, row.Id, one.BarredReason)];
    }
}
