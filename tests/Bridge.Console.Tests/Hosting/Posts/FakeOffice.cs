using Bridge.Console.Desk;
using Bridge.Console.Posts.Office;
using Bridge.Console.Posts.Questions;

namespace Bridge.Console.Tests.Hosting.Posts;

internal sealed class FakeOffice() : FakeSource<OfficeView>(PostPictures.Office), IOffice
{
    public Task<ActOutcome> ActAsync(TourWish wish, CancellationToken cancellationToken) => TakeAsync(wish);

    public Task<ActOutcome> ActAsync(QuestionWish wish, CancellationToken cancellationToken) => TakeAsync(wish);

    public Task<ActOutcome> OpenForEmergencyAsync(EmergencyWish wish, CancellationToken cancellationToken) => TakeAsync(wish);
}
