namespace Bridge.Console.Books.Records;

/// <summary>Why somebody looks at a person in full. Of a choice, because words name people.</summary>
public enum UnmaskReason
{
    CallBack,
    LostProperty,
    Complaint,
    Incident,
    Authority,
    OwnRequest,
    Correction,
}
