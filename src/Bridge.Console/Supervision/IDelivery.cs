using Bridge.Console.Seats;

namespace Bridge.Console.Supervision;

/// <summary>The port to the channels' figures. One for each open page.</summary>
public interface IDelivery : IPictureSource<DeliveryView>;
