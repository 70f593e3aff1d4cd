namespace Bridge.Mutation.Tests.Guards;

/// <summary>How a guard is written, and so how it is taken away.</summary>
internal enum GuardKind
{
    /// <summary>What holds it up when it is true: never true without it.</summary>
    RefusesWhenTrue,

    /// <summary>What holds it up when it is false: always true without it.</summary>
    RefusesWhenFalse,

    /// <summary>A switch's arm without a condition of its own: never taken without it.</summary>
    Arm,
}
