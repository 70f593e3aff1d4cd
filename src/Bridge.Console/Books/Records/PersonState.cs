namespace Bridge.Console.Books.Records;

/// <summary>What there still is of a person in a record.</summary>
public enum PersonState
{
    Kept,
    Erased,
    Restricted,
    Unreadable,
}
