using Bridge.Console.Desk;
using Bridge.Console.Seats;

namespace Bridge.Console.Posts.Gate;

/// <summary>The port to the gate's work. One for each open page.</summary>
public interface IGate : IPictureSource<GateView>
{
    /// <summary>Does it, or says why not. Never repeated by itself.</summary>
    Task<ActOutcome> ActAsync(GateWish wish, CancellationToken cancellationToken);
}
