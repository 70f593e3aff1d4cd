namespace Bridge.Policy.Credentials;

/// <summary>What is written down of an enrolment: the giving of a key to a reader.</summary>
public enum EnrolmentStep
{
    /// <summary>A person opened it.</summary>
    Started,

    /// <summary>The reader has proved that it has the new key.</summary>
    Enrolled,

    /// <summary>It came to its end without that: in vain, in time, or because it was called off.</summary>
    Ended,
}
