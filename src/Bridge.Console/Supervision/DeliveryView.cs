using System.Collections.Immutable;
using Bridge.Console.Seats;

namespace Bridge.Console.Supervision;

/// <summary>How far behind the world outside is.</summary>
public sealed record DeliveryView(DateTimeOffset ObservedAt, ImmutableArray<ChannelRow> Channels) : IPicture;
