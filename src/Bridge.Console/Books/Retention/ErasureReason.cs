namespace Bridge.Console.Books.Retention;

/// <summary>Why somebody is to be forgotten.</summary>
public enum ErasureReason
{
    Request,
    WrongPerson,
    NoLongerNeeded,
    Authority,
}
