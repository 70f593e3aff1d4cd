using Bridge.Console.Posts.Questions;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.ControlRoom;

/// <summary>The port to the control room's work. One for each open page.</summary>
public interface IControlRoom : IPictureSource<ControlRoomView>, IAnswerer;
