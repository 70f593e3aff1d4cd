using Bridge.Console.Doors;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Retention;

/// <summary>What whoever sits here may do about what is kept.</summary>
public sealed record RetentionBookView(DateTimeOffset ObservedAt, DisplayName Estate) : IPicture
{
    public bool MayReadLimits { get; init; }

    public bool MayAsk { get; init; }

    /// <summary>Carry out, decline, restrict.</summary>
    public bool MayErase { get; init; }
}
