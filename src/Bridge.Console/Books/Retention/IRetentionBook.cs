using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Books.Retention;

/// <summary>The port to what is kept and to its erasure. One for each open page.</summary>
public interface IRetentionBook : IPictureSource<RetentionBookView>
{
    /// <summary>Null when it cannot be read now.</summary>
    Task<RetentionSheet?> ReadAsync(CancellationToken cancellationToken);

    Task<ActOutcome> ActAsync(ErasureAct act, CancellationToken cancellationToken);
}
