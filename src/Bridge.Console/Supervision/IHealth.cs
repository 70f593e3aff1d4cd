using Bridge.Console.Seats;

namespace Bridge.Console.Supervision;

/// <summary>The port to the devices' figures. One for each open page.</summary>
public interface IHealth : IPictureSource<HealthView>;
