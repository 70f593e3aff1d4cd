using Bridge.Console.Desk;
using Bridge.Console.Posts.ControlRoom;
using Bridge.Console.Posts.Questions;

namespace Bridge.Console.Tests.Hosting.Posts;

internal sealed class FakeControlRoom() : FakeSource<ControlRoomView>(PostPictures.ControlRoom), IControlRoom
{
    public Task<ActOutcome> ActAsync(QuestionWish wish, CancellationToken cancellationToken) => TakeAsync(wish);

    public Task<ActOutcome> OpenForEmergencyAsync(EmergencyWish wish, CancellationToken cancellationToken) => TakeAsync(wish);
}
