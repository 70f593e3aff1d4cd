namespace Bridge.Console.Books.Records;

/// <summary>Which kept record.</summary>
public enum BookForm
{
    VisitorLog,
    DutyLog,
}
