namespace Bridge.Host.Configuration;

/// <summary>What people call a door. A site that gives one name uses it for both.</summary>
public sealed record DoorName(string Chinese, string English);
