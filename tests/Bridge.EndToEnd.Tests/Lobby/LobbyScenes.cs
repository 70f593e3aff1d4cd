namespace Bridge.EndToEnd.Tests.Lobby;

/// <summary>One running product for all tests at the desk, one after the other: most of its time is the start.</summary>
[CollectionDefinition(Name)]
public sealed class LobbyScenes : ICollectionFixture<LobbyScene>, ICollectionFixture<ButtonScene>
{
    public const string Name = "lobby";
}
