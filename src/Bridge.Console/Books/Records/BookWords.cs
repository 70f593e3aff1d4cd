using Bridge.Console.Wording;

namespace Bridge.Console.Books.Records;

/// <summary>The codes of a kept record in words; a code that is newer than this console is shown as it is.</summary>
public static class BookWords
{
    public static string Category(BookRow row, Phrases words) => words.Journalled("category", row.Category);

    public static string? Name(BookRow row, Phrases words) =>
        row.Person.State is { } state && state != PersonState.Kept ? words.Of("book.person", state) : row.Person.Name;

    public static string? Document(CoveredPerson person) => person is { DocumentType: null, DocumentLast4: null } ? null : $"{person.DocumentType} {person.DocumentLast4}".Trim();

    public static string? Consent(BookRow row, Phrases words) => row.Consent is { } kind ? words.Journalled("book.consent", kind) : null;

    public static string? Result(BookRow row, Phrases words)
    {
        if (row.Result is not { } code)
        {
            return null;
        }

        var own = words.Journalled("book.result", code);
        return own == code ? words.Journalled("refusal", code) : own;
    }

    public static string Change(BookChange change, Phrases words) => words.Journalled("book.change", change.Kind);

    /// <summary>What is out of the ordinary about the line: late, from paper, amended.</summary>
    public static string Remark(BookRow row, Phrases words)
    {
        var said = new List<string>();
        if (row.Late)
        {
            said.Add(words["book.late"]);
        }

        if (row.PaperSheet is { } sheet)
        {
            said.Add(words.Format("book.paper", sheet));
        }

        if (row.Changes.Any(change => change.Person is not null))
        {
            said.Add(words["book.amended"]);
        }

        return string.Join(" · ", said);
    }
}
