namespace Bridge.Console.Tests.Hosting.Posts;

/// <summary>The ports of all posts.</summary>
internal sealed record FakePosts(FakeGate Gate, FakeControlRoom ControlRoom, FakeOffice Office, FakeFrontDesk FrontDesk, FakePatrol Patrol);
