using Bridge.Console.Books.Retention;
using Bridge.Console.Desk;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Books;

/// <summary>What is kept, and two wishes that wait.</summary>
internal sealed class FakeRetentionBook() : FakeSource<RetentionBookView>(BookPictures.Retention), IRetentionBook
{
    public RetentionSheet Sheet { get; set; } = BookPictures.Kept(TimeProvider.System.GetUtcNow());

    public Task<RetentionSheet?> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<RetentionSheet?>(Sheet);

    public Task<ActOutcome> ActAsync(ErasureAct act, CancellationToken cancellationToken) => TakeAsync(act);
}
