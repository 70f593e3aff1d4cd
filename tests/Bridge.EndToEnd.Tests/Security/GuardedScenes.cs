namespace Bridge.EndToEnd.Tests.Security;

/// <summary>One running product for all who try it, one after the other: most of its time is the start.</summary>
[CollectionDefinition(Name)]
public sealed class GuardedScenes : ICollectionFixture<GuardedScene>
{
    public const string Name = "guarded";
}
