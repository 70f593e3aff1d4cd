using System.Collections.Immutable;
using Bridge.Policy.Alerts;

namespace Bridge.Policy.Admission;

/// <summary>The kept records: numbered by form and month without gaps, written in the commit of what they tell of, added to and never changed.</summary>
internal static class RecordPolicy
{
    public static int Month(Moment at) => (at.Judged().Year * 100) + at.Judged().Month;

    /// <summary>The door was released: the line that its row of the matrix asks for.</summary>
    public static BuildingState WriteOpened(BuildingState state, CaseState one, EvidenceRow row, ImmutableList<Evidence> pieces, Step step)
    {
        var written = state;
        var recorded = one;
        if (row.Form is { } form && one.Record is null)
        {
            foreach (var kept in Forms(state, one.Category, form))
            {
                var consent = pieces.Find(piece => piece.Kind == row.Needs[0]);
                var line = Line(recorded, step.By) with { Consent = row.Needs[0], ConsentBy = consent?.By };
                (written, recorded) = Write(written, recorded, kept, line, step.By, step.Draft);
            }

            recorded = recorded with { RecordComplete = IsComplete(one) };
        }
        else
        {
            // A second press after a fault finds the line there already: it is as complete as it was.
            recorded = recorded with { RecordComplete = row.Form is null || recorded.RecordComplete || IsComplete(recorded) };
        }

        written = written.With(recorded);
        written = one.Record is not null ? Change(written, recorded, RecordChangeKind.Opened, step.By, step.Draft) : written;
        return row.Tracked && recorded.Alert is null ? AlertPolicy.Raise(written, one.Case, AlertKind.Tracking, step.By.Actor, step.Draft) : written;
    }

    /// <summary>A pass holder's line, before his door may open.</summary>
    public static BuildingState WriteBefore(BuildingState state, CaseState one, Step step)
    {
        var (written, recorded) = Write(state, one, RecordForm.VisitorLog, Line(one, step.By) with { Consent = EvidenceKind.PassChecked, ConsentBy = step.By.Actor }, step.By, step.Draft);
        return written.With(recorded with { RecordComplete = true });
    }

    /// <summary>Nobody came in: also that is written, once something about the person is known.</summary>
    public static BuildingState WriteRefused(BuildingState state, CaseState ended, Party? by, DecisionDraft draft)
    {
        var known = ended.Person is not null || ended.Reference is not null || ended.Household is not null;
        if (!known || ended.Record is not null || RefusedForm(ended.Category) is not { } form)
        {
            return state.With(ended with { RecordComplete = true });
        }

        var written = state;
        var recorded = ended;
        foreach (var kept in Forms(state, ended.Category, form))
        {
            (written, recorded) = Write(written, recorded, kept, Line(recorded, by) with { Refused = ended.Refused }, by, draft);
        }

        return written.With(recorded with { RecordComplete = true });
    }

    /// <summary>The desk says who it was, or that there is nothing more to say; whoever is known already is only replaced.</summary>
    public static BuildingState Complete(BuildingState state, CaseState one, SealedPerson? person, Step step)
    {
        if (one.Record is null || (one.RecordComplete && person is null))
        {
            return step.Refuse(state, one, Refusal.WrongState);
        }

        var completed = one with { RecordComplete = true, Person = person };
        return Change(state.With(completed), completed, RecordChangeKind.Completed, step.By, step.Draft, person);
    }

    public static BuildingState Amend(BuildingState state, CaseAct.AmendRecord act, Party by, DecisionDraft draft)
    {
        if (state.Admission.LastRecords.GetValueOrDefault(act.Number.Form) is not { } last || act.Number.Month > last.Month
            || (act.Number.Month == last.Month && act.Number.Ordinal > last.Ordinal) || act.Number.Ordinal < 1)
        {
            return CaseMoves.Refuse(state, by, null, Refusal.UnknownCase, draft);
        }

        Announce(act.Number, new AdmissionFacts { Lobby = by.Lobby, Role = by.Role }, RecordChangeKind.Amended, by, act.Person, null, draft);
        return state;
    }

    /// <summary>Adds to the record of a case, where it has one.</summary>
    public static BuildingState Change(
        BuildingState state, CaseState one, RecordChangeKind kind, Party? by, DecisionDraft draft, SealedPerson? person = null, string? detail = null)
    {
        foreach (var number in (RecordNumber?[])[one.Record, one.SecondRecord])
        {
            if (number is not null)
            {
                Announce(number, CaseMoves.Facts(one, by), kind, by, person, detail, draft);
            }
        }

        return state;
    }

    public static void Announce(
        RecordNumber number, AdmissionFacts facts, RecordChangeKind kind, Party? by, SealedPerson? person, string? detail, DecisionDraft draft)
    {
        CaseMoves.Tell(EventKind.RecordChanged, facts with { Record = number, Change = kind, Person = person }, by, draft, detail);
        draft.Record(new OutboundEffect.ChangeRecord(new RecordChange(number, kind, by?.Actor) { Person = person, Detail = detail }));
    }

    // The register knows who a leader, a badge or a pass is, and the office whom it booked: nobody has to type it.
    private static bool IsComplete(CaseState one) =>
        one.Person is not null || one is { Category: Category.ListedLeader or Category.Employee or Category.PassHolder or Category.Tour, Reference: not null };

    private static RecordForm[] Forms(BuildingState state, Category category, RecordForm usual) =>
        category != Category.SelfDeclaredResident
            ? [usual]
            : state.Rules.Admission.Switches.UnknownResidentRecord switch
            {
                UnknownResidentRecord.DutyLog => [RecordForm.DutyLog],
                UnknownResidentRecord.VisitorLog => [RecordForm.VisitorLog],
                UnknownResidentRecord.Both => [RecordForm.DutyLog, RecordForm.VisitorLog],
            };

    public static RecordForm? RefusedForm(Category category) => category switch
    {
        Category.SelfDeclaredResident or Category.Employee or Category.PassHolder => RecordForm.DutyLog,
        Category.Visitor or Category.AnnouncedVisitor or Category.GovernmentOfficer or Category.Tour => RecordForm.VisitorLog,
        Category.Undecided or Category.ForgottenCard or Category.ListedLeader or Category.Emergency => null,
    };

    private static RecordLine Line(CaseState one, Party? by) => new(new RecordNumber(RecordForm.DutyLog, 0, 0), one.Lobby, one.Case, one.Category, by?.Actor ?? one.Owner ?? Nobody)
    {
        Household = one.Household?.Household, HeadCount = one.HeadCount, Reference = one.Reference, Person = one.Person, PaperSheet = one.PaperSheet,
    };

    private static readonly ActorId Nobody = new("bridge");

    private static (BuildingState State, CaseState Case) Write(BuildingState state, CaseState one, RecordForm form, RecordLine line, Party? by, DecisionDraft draft)
    {
        var number = Next(state, form, Month(draft.At));
        var kind = form == RecordForm.VisitorLog ? EventKind.VisitorLogWritten : EventKind.DutyLogWritten;
        CaseMoves.Tell(kind, CaseMoves.Facts(one, by) with { Record = number, Person = line.Person, Refusal = line.Refused, Household = line.Household }, by, draft);
        draft.Record(new OutboundEffect.WriteRecord(line with { Number = number }));
        var counted = state.With(state.Admission with { LastRecords = state.Admission.LastRecords.SetItem(form, number) });
        return (counted, one.Record is null ? one with { Record = number } : one with { SecondRecord = number });
    }

    // A clock that was set back must not open a month again that is numbered already.
    private static RecordNumber Next(BuildingState state, RecordForm form, int month) =>
        state.Admission.LastRecords.GetValueOrDefault(form) is { } last && last.Month >= month
            ? last with { Ordinal = last.Ordinal + 1 }
            : new RecordNumber(form, month, 1);
}
