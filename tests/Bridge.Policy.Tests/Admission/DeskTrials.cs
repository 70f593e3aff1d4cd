using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>How often the open key was pressed where nothing may open: a zero says little beside the number of times that it could have been one.</summary>
sealed class DeskTrials
{
    public long Openings { get; set; }

    public long WithoutEvidence { get; private set; }

    public long UsedBefore { get; private set; }

    public long WrongDoor { get; private set; }

    public long TooLate { get; private set; }

    public void See(PolicyInput input, IReadOnlyDictionary<CaseId, DeskBook> books, BuildingState before)
    {
        if (input is not PolicyInput.CaseActed { Act: CaseAct.PressOpen press } || !books.TryGetValue(press.Case, out var book)
            || !before.Admission.Cases.TryGetValue(press.Case, out var one))
        {
            return;
        }

        var special = one.Household is { ThroughControlRoom: true };
        var enough = DeskEvidence.IsEnough(book, special, input.At.Elapsed);
        WrongDoor += press.Door != one.Door ? 1 : 0;
        UsedBefore += book.FirstGrant is not null && !enough ? 1 : 0;
        WithoutEvidence += book is { FirstGrant: null, RanOut: false, Said.Count: 0 } ? 1 : 0;
        TooLate += !enough && (book.RanOut || (book.Said.Count > 0 && DeskEvidence.IsEnough(book, special, book.Said.Values.Max()))) ? 1 : 0;
    }

    public void Add(DeskTrials other)
    {
        Openings += other.Openings;
        WithoutEvidence += other.WithoutEvidence;
        UsedBefore += other.UsedBefore;
        WrongDoor += other.WrongDoor;
        TooLate += other.TooLate;
    }

    public override string ToString() =>
        $"{Openings} openings; pressed {WithoutEvidence} times without evidence, {UsedBefore} with what was used, {WrongDoor} for another door, {TooLate} too late";
}
