using Bridge.Console.Posts.FrontDesk;

namespace Bridge.Console.Tests.Hosting.Posts;

internal sealed class FakeFrontDesk() : FakeSource<FrontDeskView>(PostPictures.FrontDesk), IFrontDesk;
