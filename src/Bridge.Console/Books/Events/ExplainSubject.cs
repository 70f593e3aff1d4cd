namespace Bridge.Console.Books.Events;

/// <summary>What is explained.</summary>
public enum ExplainSubject
{
    Case,
    Access,
    Entry,
}
