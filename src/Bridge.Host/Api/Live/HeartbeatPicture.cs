namespace Bridge.Host.Api.Live;

/// <summary>Nothing new, and the stream is alive.</summary>
internal sealed record HeartbeatPicture(DateTimeOffset At);
