using Bridge.Console.Supervision;
using Bridge.Console.Tests.Hosting.Posts;

namespace Bridge.Console.Tests.Hosting.Supervision;

internal sealed class FakeHealth() : FakeSource<HealthView>(WatchPictures.Health), IHealth;
