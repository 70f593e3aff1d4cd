using Bridge.Console.Seats;

namespace Bridge.Console.Posts.FrontDesk;

/// <summary>The port of the front desk, which looks and does nothing here. One for each open page.</summary>
public interface IFrontDesk : IPictureSource<FrontDeskView>;
