namespace Bridge.Host.Api.Live;

/// <summary>The doors that a viewer sees, at one moment.</summary>
public sealed record DoorsPicture(DateTimeOffset ObservedAt, bool Journalled, IReadOnlyList<DoorPicture> Doors);
